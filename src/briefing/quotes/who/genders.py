"""Given names that are nearly always a man's or a woman's, for pronouns."""

from __future__ import annotations

from briefing.quotes.lexicon import listed

MEN = frozenset(
    listed("""
    aaron adam adrian ahmed alan albert alejandro alexander alexei alfred ali allen andre
    andrei andrew andy angus anthony antonio arnold arthur ashraf barack barry ben benjamin
    bernard bernie bill billy bob boris brad bradley brandon brett brian bruce bryan carl
    carlos chad charles chris christian christopher chuck clarence clive colin craig damian
    dan daniel danny darren dave david dean dennis derek dmitri dmitry dominic don donald doug
    douglas duncan dwight earl eddie edward edwin elliott emmanuel eric erik ernest eugene
    felix fernando francis francisco frank fred frederick gary gavin geoff geoffrey george
    gerald gerard gordon graham grant greg gregory guy hans harold harry harvey hassan hector
    henry herbert herman howard hugh hugo ian ibrahim igor ivan jack jacob jacques jake james
    jamie jared jason javier jay jeff jeffrey jeremy jerome jerry jesus jim jimmy joe joel
    joseph john johnny jon jonathan jorge jose josh joshua juan julian justin karl keith ken
    kenneth kevin khalid klaus kyle larry lars lawrence lee leo leon leonard leonid lewis
    lindsey louis luca lucas luis luke malcolm manuel marc marco marcus mario mark martin
    marvin matt matthew maurice max michael miguel mike mitch mitt mohamed mohammed muhammad
    narendra nathan neil nelson nicholas nick nicolas nigel noah norman oleg oliver omar oscar
    otto owen pablo patrick paul pavel pedro pete peter phil philip philippe pierre rafael
    rahul ralph ramon rand randy raul ray raymond reince rex ricardo richard rick rob robert
    roberto rod rodney roger roland ron ronald roy russell ryan salman sam samuel scott sean
    sebastian sergei sergey seth shane shaun simon stanley stefan stephen steve steven stuart
    ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor
    tyler vernon victor vincent vladimir volodymyr walter warren wayne will william wolfgang
    yuri yusuf zachary
    """)
)
WOMEN = frozenset(
    listed("""
    abigail ada agnes alexandra alice alicia alison amanda amber amelia amina amy ana andrea
    angela angelina anita ann anna anne annette april audrey barbara beatrice becky bella
    bernadette beth betsy betty beverly bonnie brenda bridget brittany camilla carla carly
    carmen carol caroline carolyn catherine cathy charlotte cheryl chelsea chloe christina
    christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy daniela
    danielle darlene dawn deborah debbie debra denise diana diane dolores donna doris dorothy
    edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica erika erin esther
    eva evelyn fatima fiona florence frances gabriela gail georgia gina ginger giulia gloria
    grace greta gwen hannah harriet heather heidi helen helena hillary holly huma ida ingrid
    irene iris irina isabel isabella ivana ivanka jacqueline jane janet janice jean jeanne
    jenna jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy
    julia juliana julie june karen kate katherine kathleen kathryn kathy katie katrina
    kayleigh kelly kellyanne kerry kim kimberly kirsten kristen kristin laura lauren laurie
    leah leila lena leslie lily linda lindsay lisa liz lois loretta lori lorraine louise lucia
    lucy lydia lynn maggie marcia margaret maria mariam marie marilyn marina marjorie martha
    mary maureen maxine megan meghan melania melanie melissa mercedes mia michelle mildred
    miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina
    nora norma olga olivia pamela patricia patty paula pauline penny phyllis priscilla rachel
    ramona rebecca regina renee rita roberta robin rosa rose rosemary roxanne ruby ruth
    sabrina sally samantha sandra sara sarah sasha shannon sharon sheila shelley sherry
    shirley sofia sonia sophia sophie stacey stella stephanie sue susan suzanne svetlana
    sylvia tamara tammy tanya tara tatiana teresa theresa tiffany tina tracy ursula valerie
    vanessa vera veronica victoria viola virginia vivian wanda wendy yolanda yvette yvonne
    zainab zoe
    """)
)
