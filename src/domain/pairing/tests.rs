//! Pairing by cases that editors know, and by what holds for every tree.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::article::File;

fn locale(tag: &str) -> Locale {
    tag.parse().expect(tag)
}

fn rule(name: &str) -> CollectionRule {
    CollectionRule {
        name: name.to_owned(),
        source_locale: locale("en"),
        locales: ["en", "es", "fr"].map(locale).to_vec(),
        base_url: None,
    }
}

/// A version `<locale>/<stem>.md` of the collection `docs`.
fn version(path: &str) -> Seen {
    let (tag, rest) = path.split_once('/').expect(path);
    Seen {
        path: TreePath::new(path),
        collection: "docs".to_owned(),
        role: Role::Version,
        stem: rest.trim_end_matches(".md").to_owned(),
        locale: Some(locale(tag)),
        own_source: None,
        url: None,
        keys: Vec::new(),
        article: None,
    }
}

fn keyed(path: &str, value: &str) -> Seen {
    Seen { keys: vec![("ref".to_owned(), value.to_owned())], ..version(path) }
}

fn page(stem: &str, requested: Option<&str>, url: Option<&str>) -> Seen {
    Seen {
        path: TreePath::new(format!("seeds/{stem}.txt")),
        role: Role::Page,
        stem: stem.to_owned(),
        locale: requested.map(locale),
        url: url.map(str::to_owned),
        ..version("en/x")
    }
}

#[derive(Default)]
struct Case {
    seen: Vec<Seen>,
    by_hand: Vec<ByHand>,
    known: Vec<Known>,
    local: Option<&'static str>,
    keep: Option<&'static str>,
}

impl Case {
    fn of(seen: impl IntoIterator<Item = Seen>) -> Self {
        Case { seen: seen.into_iter().collect(), ..Case::default() }
    }

    fn hand(mut self, source: &str, target: &str) -> Self {
        let (source, target) = (TreePath::new(source), TreePath::new(target));
        self.by_hand.push(ByHand { source, target, locale: None });
        self
    }

    fn pair(&self) -> PairingResult {
        let locales = ["en", "es", "fr"].map(locale);
        let mut names = LocaleNames::new(&locales);
        names.read_as("es-es", &locales[1]);
        let wish = |article: &Article, _: &Locale| match article.id.as_str() {
            id if Some(id) == self.local => Some(Wish::Local),
            id if Some(id) == self.keep => Some(Wish::Keep),
            _ => None,
        };
        pair(PairingInput {
            collections: &[rule("docs"), rule("blog")],
            seen: &self.seen,
            by_hand: &self.by_hand,
            known: &self.known,
            names: &names,
            wish: &wish,
        })
    }
}

/// A result as lines: `docs/x es paired:template en/x.md es/x.md`.
fn shown(result: &PairingResult) -> Vec<String> {
    result
        .pairings
        .iter()
        .map(|pairing| {
            let what = match &pairing.status {
                Status::Paired { by } => {
                    let article = result.article(&pairing.article).expect("an article for each pairing");
                    let has = |files: &[File]| {
                        files
                            .iter()
                            .find(|f| f.locale.as_ref() == Some(&pairing.locale))
                            .map(|f| f.path.to_string())
                    };
                    let file =
                        has(&article.targets).or_else(|| has(&article.pages)).expect("a file where paired");
                    format!("paired by {by:?}: {file}")
                }
                Status::Missing => "missing".to_owned(),
                Status::Unwanted { wish } => format!("unwanted: {wish:?}"),
                Status::Orphan => "orphan".to_owned(),
                Status::Unreadable { place } => format!("unreadable: {place}"),
                Status::Ambiguous { candidates, .. } => {
                    let names: Vec<String> = candidates.iter().map(|c| c.path.to_string()).collect();
                    format!("ambiguous: {}", names.join(" "))
                }
            };
            format!("{} {} {what}", pairing.article, pairing.locale)
        })
        .collect()
}

fn check(case: &Case, expected: &[&str]) -> PairingResult {
    let result = case.pair();
    assert_eq!(shown(&result), expected);
    assert_whole(case, &result);
    result
}

/// What holds whatever the tree is: every file is in one bucket, and the buckets and the articles
/// say the same.
fn assert_whole(case: &Case, result: &PairingResult) {
    let given: BTreeSet<&TreePath> = case.seen.iter().map(|seen| &seen.path).collect();
    let placed: Vec<&TreePath> = result.files.iter().map(|(path, _)| path).collect();
    assert_eq!(placed, given.into_iter().collect::<Vec<_>>(), "a file lost or made up");

    let mut in_articles = Vec::new();
    for article in &result.articles {
        in_articles
            .extend(article.source.iter().chain(&article.targets).chain(&article.pages).map(|f| &f.path));
        let mut locales: Vec<_> = article.targets.iter().map(|file| file.locale.clone()).collect();
        assert!(!locales.contains(&Some(article.source_locale.clone())), "{article:?}");
        let count = locales.len();
        locales.dedup();
        assert_eq!(locales.len(), count, "two targets for one locale: {article:?}");
    }
    in_articles.sort();
    let in_buckets: Vec<&TreePath> = result
        .files
        .iter()
        .filter(|(_, place)| !matches!(place, Place::Ambiguous | Place::Unplaced { .. }))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(in_articles, in_buckets);
    let mut ids: Vec<_> = result.articles.iter().map(|article| &article.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), result.articles.len(), "an id given twice");

    let mut listed: BTreeSet<&TreePath> = BTreeSet::new();
    let mut more = 0;
    for pairing in &result.pairings {
        if let Status::Ambiguous { candidates, more: rest } = &pairing.status {
            listed.extend(candidates.iter().map(|candidate| &candidate.path));
            more += rest;
        }
    }
    for (path, place) in &result.files {
        if *place == Place::Ambiguous && !path.as_str().starts_with("seeds/") {
            assert!(listed.contains(path) || more > 0, "{path} is ambiguous, but no place says so");
        }
    }
}

#[test]
fn the_template_pairs_what_is_there_and_says_what_is_not() {
    check(
        &Case::of(["en/a.md", "es/a.md", "en/b/c.md", "fr/b/c.md", "fr/gone.md"].map(version)),
        &[
            "docs/a es paired by Template: es/a.md",
            "docs/a fr missing",
            "docs/b/c es missing",
            "docs/b/c fr paired by Template: fr/b/c.md",
            "docs/gone fr orphan",
        ],
    );
}

#[test]
fn a_key_outranks_the_path_and_a_hand_outranks_the_key() {
    let seen = [keyed("en/a.md", "1"), keyed("en/b.md", "2"), keyed("es/a.md", "2"), keyed("es/b.md", "1")];
    check(
        &Case::of(seen.clone()),
        &[
            "docs/a es paired by Key: es/b.md",
            "docs/a fr missing",
            "docs/b es paired by Key: es/a.md",
            "docs/b fr missing",
        ],
    );
    check(
        &Case::of(seen).hand("en/a.md", "es/a.md"),
        &[
            "docs/a es paired by Hand: es/a.md",
            "docs/a fr missing",
            // Its path says so, its key says otherwise.
            "docs/b es ambiguous: es/b.md",
            "docs/b fr missing",
        ],
    );
}

#[test]
fn a_key_used_twice_is_never_settled_silently() {
    // A page copied with its front matter: the key now names two articles.
    let result = check(
        &Case::of([keyed("en/a.md", "k"), keyed("en/copy.md", "k"), keyed("es/a.md", "k")]),
        &[
            "docs/a es ambiguous: es/a.md",
            "docs/a fr missing",
            "docs/copy es ambiguous: es/a.md",
            "docs/copy fr missing",
        ],
    );
    let Some(Status::Ambiguous { candidates, .. }) =
        result.status(&ArticleId::from_text("docs/a"), &locale("es"))
    else {
        panic!("not ambiguous")
    };
    let articles = vec![TreePath::new("en/a.md"), TreePath::new("en/copy.md")];
    assert_eq!(candidates[0].why, Why::SeveralArticles { articles: articles.clone() });
    assert_eq!(candidates[0].shared, "ref: k");
    assert!(result.notes.contains(&Note::SharedBySources {
        by: How::Key,
        shared: "ref: k".to_owned(),
        paths: articles,
        count: 2
    }));

    // Two Spanish files with the key: neither is taken, French is not touched.
    check(
        &Case::of([
            keyed("en/a.md", "k"),
            keyed("es/a.md", "k"),
            keyed("es/b.md", "k"),
            keyed("fr/z.md", "k"),
        ]),
        &["docs/a es ambiguous: es/a.md es/b.md", "docs/a fr paired by Key: fr/z.md"],
    );
    // … until it is settled by hand.
    check(
        &Case::of([keyed("en/a.md", "k"), keyed("es/a.md", "k"), keyed("es/b.md", "k")])
            .hand("en/a.md", "es/b.md"),
        &["docs/a es paired by Hand: es/b.md", "docs/a fr missing", "docs/a~2 es orphan"],
    );
}

#[test]
fn a_path_is_not_believed_against_the_keys() {
    let result = check(
        &Case::of([keyed("en/a.md", "1"), keyed("es/a.md", "9")]),
        &["docs/a es ambiguous: es/a.md", "docs/a fr missing"],
    );
    let Some(Status::Ambiguous { candidates, .. }) =
        result.status(&ArticleId::from_text("docs/a"), &locale("es"))
    else {
        panic!("not ambiguous")
    };
    let (name, source, target) = ("ref".to_owned(), "1".to_owned(), "9".to_owned());
    assert_eq!(candidates[0].why, Why::KeyDiffers { name, source, target });
}

#[test]
fn what_is_settled_twice_by_hand_is_open() {
    let seen = ["en/a.md", "en/b.md", "es/x.md", "es/y.md"].map(version);
    check(
        &Case::of(seen.clone()).hand("en/a.md", "es/x.md").hand("en/a.md", "es/y.md"),
        &[
            "docs/a es ambiguous: es/x.md es/y.md",
            "docs/a fr missing",
            "docs/b es missing",
            "docs/b fr missing",
        ],
    );
    check(
        &Case::of(seen.clone()).hand("en/a.md", "es/x.md").hand("en/b.md", "es/x.md"),
        &[
            "docs/a es ambiguous: es/x.md",
            "docs/a fr missing",
            "docs/b es ambiguous: es/x.md",
            "docs/b fr missing",
            "docs/y es orphan",
        ],
    );
    let result = Case::of(seen).hand("en/a.md", "es/nowhere.md").hand("en/b.md", "en/b.md").pair();
    assert!(result.notes.contains(&Note::HandFileUnseen { path: TreePath::new("es/nowhere.md") }));
    let (source, target) = (TreePath::new("en/b.md"), TreePath::new("en/b.md"));
    assert!(result.notes.contains(&Note::HandPairImpossible { source, target }));
}

#[test]
fn names_that_differ_in_case_or_composition_are_twins() {
    let result = check(
        &Case::of(["en/Guía.md", "es/Gui\u{301}a.md", "fr/GUÍA.md"].map(version)),
        &["docs/Guía es paired by Twin: es/Gui\u{301}a.md", "docs/Guía fr paired by Twin: fr/GUÍA.md"],
    );
    let (path, with) = (TreePath::new("fr/GUÍA.md"), TreePath::new("en/Guía.md"));
    assert!(result.notes.contains(&Note::Twin { path, with }), "{:?}", result.notes);

    // The exact name wins, two twins are ambiguous.
    check(
        &Case::of(
            ["en/a.md", "es/a.md", "es/A.md", "fr/A.md", "fr/á.md", "en/B.md", "es/b.md", "en/b.md"]
                .map(version),
        ),
        &[
            "docs/A es orphan",
            "docs/B es missing",
            "docs/B fr missing",
            "docs/a es paired by Template: es/a.md",
            "docs/a fr paired by Twin: fr/A.md",
            "docs/b es paired by Template: es/b.md",
            "docs/b fr missing",
            "docs/á fr orphan",
        ],
    );
}

const APRIL: &str = "http://www.wcoomd.org/en/media/newsroom/2018/april/conference.aspx";
const APRIL_ES: &str = "https://www.wcoomd.org/es-es/media/newsroom/2018/april/conference.aspx?p=1";
const MAY: &str = "http://www.wcoomd.org/en/media/newsroom/2017/may/conference.aspx";

#[test]
fn pages_of_one_address_are_one_article_whatever_their_files_are_called() {
    let result = check(
        &Case::of([
            page("000", Some("es"), Some(APRIL_ES)),
            page("001", Some("en"), Some(MAY)),
            page("002", Some("en"), Some(APRIL)),
            page("003", None, Some(&APRIL_ES.replace("?p=1", ""))),
            Seen {
                path: TreePath::new("translations/es/000.txt"),
                stem: "000".to_owned(),
                ..version("es/x")
            },
        ]),
        &[
            "docs/001 es missing",
            "docs/001 fr missing",
            "docs/002 es paired by Template: translations/es/000.txt",
            "docs/002 fr missing",
        ],
    );
    let article = result.article(&ArticleId::from_text("docs/002")).expect("the article of April");
    assert_eq!(article.pages.len(), 3);
    assert_eq!(article.pages[2].locale, Some(locale("es")), "the address tells what was asked for");
    assert_eq!(article.source, None);
}

#[test]
fn a_page_without_a_version_stands_for_it() {
    check(
        &Case::of([page("000", Some("es"), None), page("003", Some("en"), None)]),
        &[
            "docs/000 es paired by Page: seeds/000.txt",
            "docs/000 fr missing",
            "docs/003 es missing",
            "docs/003 fr missing",
        ],
    );
}

#[test]
fn pages_told_to_be_one_article_are_and_others_are_not() {
    let told = |stem: &str, tag: &str, article: &str| Seen {
        article: Some(article.to_owned()),
        ..page(stem, Some(tag), Some(APRIL))
    };
    let result = check(
        &Case::of([told("0", "en", "spring"), told("1", "es", "spring"), told("2", "es", "autumn")]),
        &[
            "docs/autumn es paired by Page: seeds/2.txt",
            "docs/autumn fr missing",
            "docs/spring es paired by Hand: seeds/1.txt",
            "docs/spring fr missing",
        ],
    );
    assert_eq!(result.articles.len(), 2);
    // A page that nobody told about has the address of both.
    let case = Case::of([
        told("0", "en", "spring"),
        told("2", "en", "autumn"),
        page("3", Some("es"), Some(APRIL_ES)),
    ]);
    check(
        &case,
        &[
            "docs/autumn es ambiguous: seeds/3.txt",
            "docs/autumn fr missing",
            "docs/spring es ambiguous: seeds/3.txt",
            "docs/spring fr missing",
        ],
    );
}

#[test]
fn two_translations_named_after_two_pages_of_one_article_are_ambiguous() {
    let file = |stem: &str| Seen {
        path: TreePath::new(format!("translations/es/{stem}.txt")),
        stem: stem.to_owned(),
        ..version("es/x")
    };
    check(
        &Case::of([
            page("0", Some("es"), Some(APRIL_ES)),
            page("3", Some("en"), Some(APRIL)),
            file("0"),
            file("3"),
        ]),
        &["docs/3 es ambiguous: translations/es/0.txt translations/es/3.txt", "docs/3 fr missing"],
    );
}

#[test]
fn an_article_may_have_its_own_source() {
    let own = |path: &str| Seen { own_source: Some(locale("fr")), ..version(path) };
    let result = check(
        &Case::of([own("fr/a.md"), version("en/a.md"), version("es/a.md"), version("en/b.md")]),
        &[
            "docs/a en paired by Template: en/a.md",
            "docs/a es paired by Template: es/a.md",
            "docs/b es missing",
            "docs/b fr missing",
        ],
    );
    let source = result.articles[0].source.as_ref().map(|file| file.path.as_str());
    assert_eq!(source, Some("fr/a.md"));
    // A translation that names its source does not make the source the default's.
    let case = Case::of([own("en/a.md")]);
    check(&case, &["docs/a en orphan"]);
}

#[test]
fn wishes_and_files_that_fit_nowhere() {
    let mut case = Case::of(["en/a.md", "es/only.md", "en/k.md", "de/x.md"].map(version));
    case.seen.push(Seen { locale: None, ..version("en/none.md") });
    case.seen.push(Seen { collection: "ghost".to_owned(), ..version("en/ghost.md") });
    case.seen.push(version("en/both.md"));
    case.seen.push(Seen { collection: "blog".to_owned(), ..version("en/both.md") });
    case.local = Some("docs/only");
    case.keep = Some("docs/k");
    let result = check(
        &case,
        &["docs/a es missing", "docs/a fr missing", "docs/k es unwanted: Keep", "docs/k fr unwanted: Keep"],
    );
    let why = |path: &str| match result.place(&TreePath::new(path)) {
        Some(Place::Unplaced { why }) => why.clone(),
        other => panic!("{path}: {other:?}"),
    };
    assert_eq!(why("en/none.md"), Unplaced::NoLocale);
    assert_eq!(why("de/x.md"), Unplaced::OtherLocale { locale: locale("de") });
    assert_eq!(why("en/ghost.md"), Unplaced::NoCollection);
    let collections = vec!["blog".to_owned(), "docs".to_owned()];
    assert_eq!(why("en/both.md"), Unplaced::SeenTwice { collections });
    let only = result.article(&ArticleId::from_text("docs/only")).expect("the local article");
    assert_eq!((only.source_locale.as_str(), only.wish), ("es", Some(Wish::Local)));
    assert!(only.source.is_some() && only.targets.is_empty());
}

#[test]
fn an_article_keeps_the_id_its_records_know() {
    let known = |id: &str, source: &str, target: &str| Known {
        id: ArticleId::from_text(id),
        source: Some(TreePath::new(source)),
        target: Some(TreePath::new(target)),
    };
    // `old` was moved to `new`; another article took its name.
    let mut case = Case::of(["en/new.md", "es/new.md", "en/old.md"].map(version));
    case.known = vec![known("docs/old", "en/new.md", "es/new.md")];
    check(
        &case,
        &[
            "docs/old es paired by Template: es/new.md",
            "docs/old fr missing",
            "docs/old~2 es missing",
            "docs/old~2 fr missing",
        ],
    );
    // The source is gone: the translation still is that article's.
    let mut case = Case::of([version("es/new.md")]);
    case.known = vec![known("docs/first", "en/gone.md", "es/new.md")];
    check(&case, &["docs/first es orphan"]);
    // Source and target of a record went apart: the id stays with the source.
    let mut case = Case::of([keyed("en/a.md", "1"), keyed("en/b.md", "2"), keyed("es/a.md", "2")]);
    case.known = vec![known("docs/first", "en/a.md", "es/a.md")];
    check(
        &case,
        &[
            "docs/b es paired by Key: es/a.md",
            "docs/b fr missing",
            "docs/first es missing",
            "docs/first fr missing",
        ],
    );
}

/// Trees of few names, so that claims meet often.
fn trees() -> impl Strategy<Value = (Vec<Seen>, Vec<ByHand>, Vec<Known>)> {
    let tag = prop::sample::select(vec!["en", "es", "fr", "de"]);
    let file = (
        tag,
        prop::sample::select(vec!["a", "A", "b", "c/d", "é", "e\u{301}"]),
        prop::sample::select(vec!["docs", "docs", "docs", "blog"]),
        prop::option::weighted(0.4, 0..3_u8),
        prop::option::weighted(0.3, 0..3_u8),
        prop::option::weighted(0.1, prop::sample::select(vec!["en", "es", "fr"])),
        prop::bool::weighted(0.3),
        prop::option::weighted(0.2, 0..2_u8),
    );
    let files = prop::collection::vec(file, 0..14).prop_map(|files| {
        let make = |(tag, stem, collection, key, url, own, is_page, label)| -> Seen {
            let (key, url, label): (Option<u8>, Option<u8>, Option<u8>) = (key, url, label);
            let own: Option<&str> = own;
            let folder = if is_page { "seeds/" } else { "" };
            Seen {
                path: TreePath::new(format!("{folder}{tag}/{collection}/{stem}")),
                collection: String::from(collection),
                role: if is_page { Role::Page } else { Role::Version },
                stem: String::from(stem),
                locale: (tag != "de" || key.is_some()).then(|| locale(tag)),
                own_source: own.map(locale),
                url: url.map(|url| format!("https://example.org/{tag}/{url}")),
                keys: key.map(|key| ("ref".to_owned(), key.to_string())).into_iter().collect(),
                article: label.filter(|_| is_page).map(|label| label.to_string()),
            }
        };
        files.into_iter().map(make).collect::<Vec<_>>()
    });
    files.prop_flat_map(|files| {
        let paths: Vec<TreePath> =
            files.iter().map(|seen| seen.path.clone()).chain([TreePath::new("gone")]).collect();
        let path = prop::sample::select(paths);
        let hand =
            (path.clone(), path.clone()).prop_map(|(source, target)| ByHand { source, target, locale: None });
        let known = (0..3_u8, path.clone(), path).prop_map(|(id, source, target)| Known {
            id: ArticleId::from_text(&format!("docs/{id}")),
            source: Some(source),
            target: Some(target),
        });
        (Just(files), prop::collection::vec(hand, 0..3), prop::collection::vec(known, 0..4))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_order_of_the_files_never_counts_and_none_is_lost(
        (seen, by_hand, known) in trees(),
        seed in any::<u64>(),
    ) {
        let case = Case { seen, by_hand, known, ..Case::default() };
        let result = case.pair();
        assert_whole(&case, &result);

        let mut shuffled = Case {
            seen: case.seen.clone(),
            by_hand: case.by_hand.clone(),
            known: case.known.clone(),
            ..Case::default()
        };
        let mut state = seed | 1;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % below
        };
        for at in (1..shuffled.seen.len()).rev() {
            shuffled.seen.swap(at, next(at + 1));
        }
        shuffled.by_hand.reverse();
        shuffled.known.reverse();
        prop_assert_eq!(shuffled.pair(), result);
    }
}

#[test]
fn one_key_on_thousands_of_files_stays_linear() {
    // 20,000 sources and as many targets with one key: a list of all pairs would be 4 × 10⁸.
    let seen = (0..20_000)
        .flat_map(|n| [keyed(&format!("en/{n:05}.md"), "k"), keyed(&format!("es/{n:05}.md"), "k")]);
    let case = Case::of(seen);
    let result = case.pair();
    assert_whole(&case, &result);
    let id = ArticleId::from_text("docs/00007");
    let Some(Status::Ambiguous { candidates, more }) = result.status(&id, &locale("es")) else {
        panic!("not ambiguous")
    };
    assert_eq!((candidates.len(), candidates.len() + more), (MOST_CANDIDATES, 20_000));
}
