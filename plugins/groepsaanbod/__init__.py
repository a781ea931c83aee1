"""Groepsaanbod: partners' YAML files in, a checked catalogue out, and what follows.

In reading order:

    remedies     what mends a mistake, as a value
    problems     a mistake as a value
    keeping      what a build keeps for the next one
    saving       a file is written whole or not at all
    outcome      what a command did, in lines to print
    fields       the kinds of values one can write: a day, an age, a phone number …
    asked        whom people can ask, and when somebody answers
    finding      how people search in a region: filters, words that help
    vocabulary   the region's words: themes, ages, municipalities …
    site         who runs the site, and whom to call
    changed      what changed between two days, as values
    owners       who may change which files by a proposal
    planning     what the coordinator knows and wants: inhabitants, norms, decisions
    model        the description of the files partners write
    description  reads that description back
    understanding  what somebody typed outside a file, as the file would say it
    writing      data to the one canonical text of a file
    source       YAML text to guarded text with lines; the only ``import yaml``
    catalogue    everything that was read and found right, frozen and indexed
    reading      one file to a record, each mistake to a Dutch sentence with its line
    rules        what must hold beyond the shape of one field
    joining      can I still join?
    choices      the choices of each filter, and which an offer answers to
    language     how easy a text reads
    advice       what deserves a second look: warnings
    addresses    which web addresses the files name, and where
    analysis     what is missing, what is double, what the figures are
    planning_rules  what must hold in the coordinator's own files
    loading      folders to a catalogue and problems
    wording      days, ages and costs in Dutch words
    markup       Markdown to safe HTML
    urls         where each page stands
    views        what the templates are given
    forms        the JSON Schema and the field guide, from the model
    exports      texts for machines
    calendars    groups and drop-ins as events in a calendar
    feeds        lists of what is new, as Atom
    git          asks git about a repository, within bounds
    history      the region's files as they were at an earlier commit or day
    ownership    whether a proposal may change what it changes
    proposals    a proposal from git, and the region before and after it
    tables       a table as a value, and as text, CSV or JSON
    reports      the analyses as tables and sentences
    pens         a text with words of partners, as Markdown or plain
    review       what a proposal means
    reminding    asks partners whether what they offer still holds
    pages        which pages there are and what each shows
    search       what the browser searches in, as small files
    filling      what the form for partners is made of, as JSON
    charts       bars as SVG text
    qr           an address as a QR code
    visits       a web server's log to visits per month
    links        asks each link whether it still works
    formatting   a file beside its canonical text
    asking       asks for an offer, one thing at a time
    spreadsheet  offers in a spreadsheet, in and out
    drawing      what many pages show alike, drawn once
    scripts      joins ES modules that are always fetched together into one file
    reuse        which files the new site takes over from the old
    placing      puts files in a new site, and makes their folders
    building     build beside the old site, then swap; rebuild on changes; serve
    publishing   looks at a built site before it goes live
    plugin       the edge to Pelican
    cli          the edge to the terminal
"""
