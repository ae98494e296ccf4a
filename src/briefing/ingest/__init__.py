"""Everything that becomes an article: feeds, pages, folders, web archives, standard input.

What is read is configured by `model.Subscription`, which `config` builds and `gather` takes (it
stands in `model` because `config` and `ingest` are on one floor); how servers are asked stands in
`settings.FetchSettings`. Each reader returns articles and what was missed, and takes the time of
retrieval as a value: `app` owns the clock.
"""
