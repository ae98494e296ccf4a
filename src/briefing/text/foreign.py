"""The function words of other languages than English, by which unlike texts would seem alike.

The background counts English news: to it "für" is as rare as the name of a village, and two
articles in German would be of one event by such words. What is an English word or a usual name as
well ("die", "war", "mit", "Las") is not listed: the background weighs it.
"""

from __future__ import annotations

# German, French, Spanish, Italian, Dutch, Portuguese, Russian. As in English, words of speaking
# and the days of the week are among them.
_LISTED = """
    der das und für nicht auf ist zu zum zur sich des ein eine einer eines einem einen auch werden
    wird wurde wurden worden haben hatte hatten habe nach von vom bei beim sie wir ich aber oder wie
    nur noch schon über unter vor seit durch gegen ohne sind sein seiner seinem seinen ihre
    ihrer ihrem ihren dass daß wenn weil dann kann können konnte konnten soll sollen sollte sollten
    muss müssen musste wollen wollte mehr sehr diese dieser dieses diesem diesen jetzt hier dort
    denn doch zwischen damit dabei dazu davon kein keine keinen keiner etwa jeder jede alle allem
    heute gestern sagte sagten teilte mitteilte erklärte angaben montag dienstag mittwoch
    donnerstag freitag samstag sonntag

    les une dans sur que qui pas avec ont été aux mais nous vous ils elle elles leur leurs cette cet
    même aussi selon après avant entre depuis sans sous être avoir faire comme dont où ainsi alors
    déjà encore très tous toute toutes peu étaient était sera seront cela celui celle ceux chez lors
    vers afin d'un d'une qu'il qu'ils qu'elle qu'un qu'une n'est c'est s'est n'a n'ont l'on déclaré
    lundi mardi mercredi jeudi vendredi samedi dimanche

    una por que del más pero como sus ya este esta estos estas cuando muy sobre también hasta
    donde quien desde todo todos durante contra otros ese eso ellos esto antes qué unos
    otro otras otra él había fue fueron ser está están según dijo lunes martes miércoles jueves
    viernes sábado domingo

    gli nel nella nei della delle dei degli dello dal dalla alla alle agli sono anche più questo
    questa stato stata essere hanno dopo ha detto lunedì martedì mercoledì giovedì venerdì sabato

    het een niet zijn voor ook maar bij aan naar uit deze wordt werd worden hebben heeft zich nog
    wel maandag dinsdag woensdag donderdag vrijdag zaterdag zondag

    não uma dos das nas pelo pela pelos pelas mais foi são seu sua também após até disse segunda
    terça quarta quinta sexta

    не на что по как это от для из его он она они но за до был была было были при так же который
    которая которые также об их все уже еще ещё или если только после том сообщил заявил
    понедельник вторник среду четверг пятницу субботу воскресенье"""
FOREIGN = frozenset(_LISTED.split())
