config-unnamed = (without a name)
config-line-end = the end of the line

config-problem-too-large = the file has more than { $limit } bytes; a configuration is a few hundred lines: move out what does not belong in it
config-problem-syntax-escape = the backslash before this begins an escape that TOML does not have: { $found }; double it, or put the text between '…'
config-problem-syntax-character = there is a control character in this line: { $found }; remove it
config-problem-syntax-no-value = there is no value: { $found }; write one after the =, as source = "en", or remove the line
config-problem-syntax-number = { $found } is no number; write it with digits only, without a zero in front, or put a text in quotes
config-problem-syntax-no-equals = { $found } is neither key = value nor a [table]; write one of these, or begin a comment with #
config-problem-syntax-colon = between key and value stands =, not a colon: { $found }
config-problem-syntax-key = { $found } can't stand in a key; keys have the letters a to z, digits, - and _; put any other in quotes
config-problem-syntax-key-empty = a key is missing: { $found }; write key = value, or a heading such as [policy]
config-problem-syntax-rest = { $found } stands behind what ends on this line; remove it or put it on a line of its own; several values make a list, as ["es", "fr"]
config-problem-syntax-heading = the heading { $found } is not closed; write it as [policy] or [[collection]], alone on its line
config-problem-syntax-comma = a comma is missing before { $found }; put one between the values of a list
config-problem-syntax-comma-extra = there is one comma too many: { $found }; remove it
config-problem-syntax-bracket = { $found } closes what nothing opened; remove it
config-problem-syntax-conflict = here stands the mark of a merge conflict: { $found }; keep one side, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>
config-problem-syntax-list = what { $key } opens here is not closed; put { $close } after its last value
config-problem-syntax = this is not TOML: { $found }; write key = value, or a [table] on a line of its own
config-problem-syntax-string = a text in quotes is not closed: { $found }; close it on the same line, with the quote that it begins with
config-problem-syntax-value = { $found } is no value; put texts in quotes, as source = "en"; true and false are written small
config-problem-syntax-unclosed = a bracket or a brace is not closed: { $found }; close it
config-problem-too-deep = tables or lists are nested too deeply: { $found }
config-problem-duplicate-key = { $key } stands twice here; keep one
config-problem-unknown-key =
    there is no key { $key } { $table ->
        [top] at the top of the file
        [front_matter] in [front_matter]
        [policy] in [policy]
        [urgency] in [urgency]
        [termbase] in [termbase]
        [memory] in [memory]
       *[other] in [[{ $table }]]
    }; remove it, or use one of: { $known }
config-problem-unknown-key-near =
    there is no key { $key } { $table ->
        [top] at the top of the file
        [front_matter] in [front_matter]
        [policy] in [policy]
        [urgency] in [urgency]
        [termbase] in [termbase]
        [memory] in [memory]
       *[other] in [[{ $table }]]
    }; did you mean { $nearest }?
config-problem-wrong-type =
    { $key } must be { $expected ->
        [text] a text in quotes, as "en"
        [texts] a list of texts, as ["es", "fr"]
        [table] a table, as {"{"} key = "value" {"}"}
        [tables] a list of tables, each under a line [[{ $key }]]
       *[whole-number] a whole number without quotes
    }, and it is { $found ->
        [string] a text
        [integer] a whole number
        [float] a number with a decimal point
        [boolean] true or false
        [array] a list
        [table] a table
       *[datetime] a date
    }
config-problem-missing-key =
    { $key } is missing { $table ->
        [top] at the top of the file
        [front_matter] in [front_matter]
        [policy] in [policy]
        [urgency] in [urgency]
        [termbase] in [termbase]
        [memory] in [memory]
       *[other] in this [[{ $table }]]
    }; add it
config-problem-empty-value = { $key } is empty; give it a value or remove the line
config-problem-bad-locale = "{ $value }" is not a language tag; write BCP 47, as es, pt-BR or zh-Hans
config-problem-locale-undetermined = "{ $value }" names no language (it is the tag of what is undetermined), so no text can be told to be in it; write the language’s own tag, as es or pt-BR
config-problem-locale-private = "{ $value }" is a private tag without a language, which only those can read who agreed on it; write the tag of the language, as es or pt-BR, and in segments what folders and addresses call it
config-problem-locale-extended = "{ $value }" has a private or an extension part, and a locale here is a language, a script and a region; write what stands before that part, and in segments what folders and addresses call it
config-problem-unknown-locale = "{ $value }" is none of the project's locales ({ $known }); add it to targets or correct it here
config-problem-source-is-target = "{ $locale }" is the source, so it can't be a target as well; remove it from targets
config-problem-duplicate-value = { $key } has "{ $value }" twice; keep one
config-problem-bad-choice = "{ $value }" is no value of { $key }; choose one of: { $choices }
config-problem-bad-choice-near = "{ $value }" is no value of { $key }; did you mean { $nearest }? There are: { $choices }
config-problem-out-of-range = { $key } = { $value } is out of range; it must be from { $min } to { $max }
config-problem-bad-segment = "{ $segment }" can't stand for a locale in a path; write one segment of up to 64 characters, without blanks, slashes or braces
config-problem-bad-name = the name "{ $value }" can't begin the ids of articles; leave out /, ~ and control characters
config-problem-bad-glob = { $key }: "{ $value }" is no path pattern; close every bracket: * stays in a folder, ** crosses folders
config-problem-bad-url = { $key }: "{ $value }" is no web address; write it whole, as https://example.org/
config-problem-path-absolute = { $key }: "{ $value }" begins at the root of the disk or at home; write the path below the folder of cotejo.toml
config-problem-path-climbs = { $key }: "{ $value }" leads out of the project or has an empty segment; write the path below the folder of cotejo.toml, without . or ..
config-problem-path-backslash = { $key }: "{ $value }" has a backslash; write / between folders, on every system
config-problem-template-brace = the template "{ $template }" has a brace that is not opened or not closed; write {"{locale}"}, {"{name}"} or {"{path}"}
config-problem-template-placeholder = the template "{ $template }" has {"{"}{ $placeholder }{"}"}, which stands for nothing; there are {"{locale}"}, {"{name}"} and {"{path}"}
config-problem-template-placeholder-near = the template "{ $template }" has {"{"}{ $placeholder }{"}"}, which stands for nothing; did you mean {"{"}{ $nearest }{"}"}?
config-problem-template-name-and-path = the template "{ $template }" has both {"{name}"} and {"{path}"}; keep one: {"{path}"} may cross folders, {"{name}"} may not
config-problem-template-stem-twice = the template "{ $template }" has {"{name}"} or {"{path}"} twice; keep one
config-problem-template-no-stem = the template "{ $template }" has neither {"{name}"} nor {"{path}"}, so all its files would be one article; put in what tells articles apart
config-problem-template-no-locale = the template "{ $template }" of { $key } lacks {"{locale}"}; put it where the paths have the locale, or say locale_from = "front-matter"
config-problem-template-locale = the template "{ $template }" of { $key } has {"{locale}"}, but sources are in one locale; remove it, or use files = for one template of all locales
config-problem-template-locale-apart = the template "{ $template }" of { $key } has {"{locale}"}, but locale_from = "front-matter" leaves the locale to each file; remove one of them
config-problem-locale-from-sides = the collection { $name } has locale_from = "front-matter", which goes with files only; remove it, or use files for all locales
config-problem-template-adjacent = the template "{ $template }" has two placeholders with nothing between them, so where one ends can't be told; put a character between them
config-problem-template-too-long = the template "{ $template }" is too long or has more than 16 parts; shorten it
config-problem-template-star = the template "{ $template }" has a *, which stands for nothing in a template; write {"{name}"} for one name, {"{path}"} for a path that crosses folders
config-problem-template-reserved = the template "{ $template }" leads into { $folder }, where no article is looked for; keep the articles in another folder
config-problem-template-in-ledger = the template "{ $template }" leads into { $ledger }, the folder of the records, where no article is looked for; keep the articles in another folder, or change ledger
config-problem-collection-no-files = the collection { $name } says of no files; give it files, or source and target, or pages
config-problem-collection-mixed = the collection { $name } has files besides source, target or pages; keep files alone, or remove it
config-problem-collection-half = the collection { $name } has { $has } but not { $lacks }; add { $lacks }, or use files for one template of all locales
config-problem-collections-overlap = the collections { $name } and { $other } would both take { $example }; narrow a template, or give one of them exclude
config-problem-key-for-pages = { $key } is for stored pages, and the collection { $name } has none; remove it, or add pages
config-problem-wish-of-nothing = this [[{ $table }]] is about no article; give it path or article
config-problem-pair-one-file = source and target are both { $path }; name the two files of the pair
config-problem-pair-target-twice = { $path } is the target of the [[pair]] on line { $other } too; a file is the version of one article: keep one of the two
config-problem-notice-slot = the notice has a slot {"{"}{ $slot }{"}"}; there are {"{target}"} and {"{served}"}
config-problem-no-collection = there is no [[collection]], so no file belongs to an article; add one, or let `cotejo init --dry-run` propose one
config-problem-template-folder = the template "{ $template }" of { $key } matches no file: there is no folder { $folder }; correct the template, or put the files there
config-problem-template-folder-near = the template "{ $template }" of { $key } matches no file: there is no folder { $folder }; did you mean { $nearest }?
config-problem-template-excluded = the template "{ $template }" of { $key } matches no file that is left: exclude takes them away, as { $example }; narrow exclude
config-problem-template-taken = the template "{ $template }" of { $key } has no file of its own: another template takes them, as { $example }; correct one of them, or put the files there
config-problem-template-unlike = the template "{ $template }" of { $key } matches no file: it would take { $wanted }, and what is there looks like { $found }; correct the template, or name the locale's folder in segments
config-problem-template-empty = the template "{ $template }" of { $key } matches no file: there is none where { $wanted } would stand; correct the template, or put the files there
config-problem-pair-outside = { $key } of this [[pair]] names { $path }, which is in no collection; give a collection a template that takes it, or remove it from exclude
config-problem-pair-no-file = { $key } of this [[pair]] names { $path }, which is not there; correct the path, or remove the pair
config-problem-pair-no-file-near = { $key } of this [[pair]] names { $path }, which is not there; did you mean { $nearest }?
config-problem-wish-path-idle = no article has a file that { $key } = "{ $value }" of this [[{ $table }]] matches; patterns begin in the folder of cotejo.toml, * stays in a folder, ** crosses folders: correct it, or remove it
config-problem-wish-path-is-id = no file matches { $key } = "{ $value }" of this [[{ $table }]], but ids of articles do; write article = "{ $value }"
config-problem-wish-id-idle = no article has an id that { $key } = "{ $value }" of this [[{ $table }]] matches; ids begin with the name of the collection, and `cotejo pair --rows` lists them: correct it, or remove it
config-problem-wish-id-is-path = no id matches { $key } = "{ $value }" of this [[{ $table }]], but paths of files do; write path = "{ $value }"
config-problem-wish-both-idle = no article fits both { $key } = "{ $value }" and article of this [[{ $table }]]; remove one, or write two [[{ $table }]]
config-more =
    { $count ->
        [one] and 1 more warning of cotejo.toml
       *[other] and { $count } more warnings of cotejo.toml
    }

config-intro = What cotejo has to know of this project: which files are articles, and in which locales. A line that begins with # is a comment. A key that is commented out shows its default or an example: remove the # to change it.
config-optional = Below is what a project may say besides; remove the # of a block to use it.
config-example-pages = A collection of pages as a site served them, with their translations beside them, and every key that a collection may have.
config-example-front-matter = A collection whose files tell their locale in their front matter.
config-table-collection = A group of files that one template describes: {"{locale}"} stands for the locale, {"{name}"} for one name, {"{path}"} for a path that may cross folders.
config-table-collection-page = What is known of a single stored page.
config-table-keep = Articles that are not to be translated.
config-table-local = Articles that exist in one locale only.
config-table-pair = A pair settled by hand; it outranks all that cotejo would say.
config-table-front_matter = The front-matter keys that pairing reads, each list in order of preference.
config-table-policy = What counts as a debt, and what fails `cotejo check`.
config-table-urgency = What makes an article urgent when `cotejo pull` hands out work.
config-table-termbase = The termbase: the glossary that texts are held against. Without this, the folder glossary is used if it is there.
config-table-memory = Translation memories of other tools (TMX) that `cotejo pull` offers matches from, beside the project’s own translations.
config-table-notice = A wording of the site's own for "this page is not available in your language".

config-key-source = The locale that articles are written in, where nothing nearer says otherwise.
config-key-targets = The locales that articles are translated to.
config-key-ledger = The folder of the records; keep it in version control.
config-key-segments = What stands for a locale in paths and addresses, where that is not its tag.
config-key-collection = The collections: groups of files that one template describes.
config-key-keep = Articles that are not to be translated.
config-key-local = Articles that exist in one locale only.
config-key-pair = Pairs settled by hand.
config-key-front_matter = The front-matter keys that pairing reads.
config-key-policy = What counts as a debt, and what fails a check.
config-key-urgency = What makes an article urgent when work is handed out.
config-key-termbase = The glossary that texts are held against.
config-key-memory = Translation memories of other tools that matches are offered from.
config-key-notice = The site's own wordings of "this page is not available in your language".

config-key-collection-name = Its name, which begins the ids of its articles.
config-key-collection-files = One template for all locales.
config-key-collection-locale_from = What tells the locale of these files: "path", or "front-matter" (then the template has no {"{locale}"}).
config-key-collection-source = The template of the sources, which stand apart.
config-key-collection-target = The template of the translations.
config-key-collection-pages = The template of stored pages, as a site served them.
config-key-collection-requested = The locale the pages were asked for in, where neither path nor address tells.
config-key-collection-base_url = The address of the site, for page addresses that are a path only.
config-key-collection-format = The format of the files (text, markdown), where the extension does not tell.
config-key-collection-source_locale = The locale this collection's articles are written in.
config-key-collection-segments = What stands for a locale in these paths, where that is not its tag.
config-key-collection-exclude = Files that are not part of it, though they fit.
config-key-collection-page = Single pages, told by hand.
config-key-collection-page-file = The page's file.
config-key-collection-page-requested = The locale it was asked for in.
config-key-collection-page-url = The address it was served at.
config-key-collection-page-article = A name that joins the pages of one article.
config-key-keep-path = A pattern for the paths of their files.
config-key-keep-article = A pattern for their ids.
config-key-keep-locales = The locales this holds for; all where it is not given.
config-key-keep-reason = Why, for those who come after.
config-key-local-path = A pattern for the paths of their files.
config-key-local-article = A pattern for their ids.
config-key-local-locales = The locales this holds for; all where it is not given.
config-key-local-reason = Why, for those who come after.
config-key-pair-source = The source's file, or a page of the article.
config-key-pair-target = The target's file.
config-key-pair-locale = The target's locale, where its path does not tell.
config-key-front_matter-translation_key = Keys whose value all versions of an article share.
config-key-front_matter-locale = Keys that say which locale a file is in.
config-key-front_matter-source_locale = Keys that say which locale the article was written in.
config-key-front_matter-url = Keys with the page's address.
config-key-policy-outdated_from = The slightest change that makes a version outdated: major, mirror, minor or cosmetic.
config-key-policy-unrecorded = What check does with versions that no record knows: allow, warn or fail.
config-key-policy-quality = What check does with what qa finds in translations: allow, warn, errors or warnings.
config-key-policy-fail_on = What fails a check: verdicts, and classes of change.
config-key-policy-grace_days = Days that a version may be behind before a check fails.
config-key-policy-coverage = The least share of current versions, in percent, by locale.
config-key-urgency-fresh = How much it counts that a page is new, 0 to 1000.
config-key-urgency-change = How much it counts that a large part of it is to be done.
config-key-urgency-traffic = How much it counts that it is read often, where figures are given.
config-key-urgency-half_life = After so many days a page is half as new.
config-key-urgency-figures = A CSV file: an article's id, path or address and how often it was read, in each row.
config-key-termbase-path = A folder with concepts.tsv and terms.tsv, or a table.
config-key-memory-files = TMX files below the project’s root, as patterns.
config-key-memory-penalty = So many percent are taken off each match from them, 0 to 30.
config-key-notice-name = A name for evidence and reports.
config-key-notice-text = The wording; {"{target}"} stands for the name of the language asked for, {"{served}"} for that of the one served.
config-key-notice-locale = The locale the notice is written in.

guess-system = { $file } tells of { $name }
guess-locale-folders = { $folder } has a folder for each locale: { $locales }
guess-locale-endings = names end in the locale, as { $example }: { $locales }
guess-sources-apart = the sources stand without a locale in their path, as { $example }
guess-source-from-config = { $file } says that the source is "{ $locale }"
guess-source-most-files =
    { $files ->
        [one] "{ $locale }" is taken for the source: it has the most files, 1
       *[other] "{ $locale }" is taken for the source: it has the most files, { $files }
    }
guess-source-from-front-matter = "{ $locale }" is taken for the source: the front matter of { $file } says so
guess-source-from-script = "{ $locale }" is taken for the source: { $file } is written in its script
guess-source-from-text = "{ $locale }" is taken for the source: { $file } is written in it
guess-source-left = "{ $locale }" is taken for the source: it has files of its own, and { $example } has no version in it
guess-source-english = en is taken for the source: nothing says otherwise, and no other file is in it
guess-source-unsure = "{ $locale }" is taken for the source, without knowing: name it with --source
guess-source-told = "{ $locale }" is the source, as told by --source
guess-targets-told = the targets are as told by --targets: { $locales }
guess-locale-from-config = { $file } lists "{ $locale }"
guess-po-files = translations in .po files, which cotejo does not read: { $locales }
guess-front-matter-only = posts tell their locale in their front matter only, as { $file } ({ $locales }); locale_from = "front-matter" says so
guess-versioned-docs = { $folder } holds older versions of the documentation; they were left out
guess-not-understood =
    { $files ->
        [one] 1 text file fits no collection: { $example }
       *[other] { $files } text files fit no collection, as { $example }
    }
guess-nothing-found = no place was found where locales stand in paths; write a [[collection]] by hand
guess-too-many-files = only the first { $files } files were looked at
