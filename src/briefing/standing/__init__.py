"""What can stand on a page: a sentence without its article, a headline, a line of news."""
