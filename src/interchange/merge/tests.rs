use super::*;
use crate::interchange::csv;
use crate::interchange::terms_write;
use crate::interchange::tests::{planned, reread};

const CONCEPTS: &str = "# cotejo termbase 1\r\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\towner\r\n\
    # the first two\r\n\
    wco\torganisations\t\t\tA body.\t\t\tAna\r\naeo\toperators\t\t\t\tOld note.\t\r\n";
const TERMS: &str = "# cotejo termbase 1\n\
    concept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\n\
    wco\ten\tWorld Customs Organization\tpreferred\tterm\n\
    wco\tes\tOrganización Mundial de Aduanas\tpreferred\tterm\tproper\tf\n\
    wco\tes\tOMA\tpreferred\tacronym\t\t\texact\n\
    # operators\n\
    aeo\tes\toperador autorizado\tpreferred\tterm\t\t\t\toperadora autorizada\n\
    aeo\tes\tOEA\tforbidden\tacronym";

fn base() -> Termbase {
    reread(CONCEPTS, TERMS)
}

fn import(base: &Termbase, table: &str, how: How) -> Plan {
    let options = Options { how, ..Options::default() };
    planned(base, options, |intake| csv::read(table.as_bytes(), encoding_rs::UTF_8, intake))
        .expect("it is a table")
}

const HEAD: &str = "concept\tsubject\tdefinition\tlocale\tterm\tstatus\tgender\tvariants\tnote\n";

#[test]
fn what_stands_keeps_its_bytes_and_what_is_new_comes_where_it_belongs() {
    let base = base();
    let table = format!(
        "{HEAD}wco\t\t\tes\tOrganización Mundial de Aduanas\t\t\t\ta remark\n\
         wco\t\t\tfr\tOrganisation mondiale des douanes\tpreferred\tf\n\
         unctad\torganisations\tAnother body.\ten\tUNCTAD\n\
         aeo\t\tA firm.\tes\toperador económico\tadmitted\t\t\t\n"
    );
    let plan = import(&base, &table, How::Keep);
    let (concepts, terms) = terms_write::apply(CONCEPTS, TERMS, &base, &plan);
    assert_eq!(
        concepts,
        "# cotejo termbase 1\r\nconcept\tsubject\tkeep\tenforce\tdefinition\tnote\tsource\towner\r\n\
         # the first two\r\n\
         wco\torganisations\t\t\tA body.\t\t\tAna\r\n\
         unctad\torganisations\t\t\tAnother body.\t\t\t\r\n\
         aeo\toperators\t\t\tA firm.\tOld note.\t\r\n"
    );
    assert_eq!(
        terms,
        "# cotejo termbase 1\n\
         concept\tlocale\tterm\tstatus\tkind\tpos\tgender\tcase\tvariants\tenforce\tnote\tsource\n\
         wco\ten\tWorld Customs Organization\tpreferred\tterm\n\
         wco\tes\tOrganización Mundial de Aduanas\tpreferred\tterm\tproper\tf\t\t\t\ta remark\n\
         wco\tes\tOMA\tpreferred\tacronym\t\t\texact\n\
         wco\tfr\tOrganisation mondiale des douanes\tpreferred\tterm\t\tf\t\t\t\t\t\n\
         unctad\ten\tUNCTAD\tpreferred\tacronym\t\t\t\t\t\t\t\n\
         # operators\n\
         aeo\tes\toperador autorizado\tpreferred\tterm\t\t\t\toperadora autorizada\n\
         aeo\tes\toperador económico\tadmitted\tterm\t\t\t\t\t\t\t\n\
         aeo\tes\tOEA\tforbidden\tacronym\n"
    );
    assert_eq!(reread(&concepts, &terms).terms().len(), 8);
    let counts = plan.counts();
    assert_eq!(
        (counts.new_concepts, counts.changed_concepts, counts.new_terms, counts.changed_terms),
        (1, 2, 3, 1)
    );
}

#[test]
fn where_both_say_something_what_stands_is_kept_unless_the_file_is_to_win() {
    let base = base();
    let table = format!(
        "{HEAD}aeo\tcustoms\t\tes\toperador autorizado\tadmitted\tm\toperadoras; x | operadora autorizada\t\n\
         aeo\t\t\tes\tOEA\tpreferred\t\t\t\n"
    );
    let kept = import(&base, &table, How::Keep);
    let [item] = kept.items.as_slice() else { panic!("{kept:#?}") };
    let told = |item: &Item| -> Vec<(&str, String, String, bool)> {
        let changes = item.changes.iter().chain(item.terms.iter().flat_map(|term| &term.changes));
        changes.map(|change| (change.column, change.from.clone(), change.to.clone(), change.taken)).collect()
    };
    let owned = |list: &[(&'static str, &str, &str, bool)]| -> Vec<(&'static str, String, String, bool)> {
        list.iter()
            .map(|(column, from, to, taken)| (*column, (*from).to_owned(), (*to).to_owned(), *taken))
            .collect()
    };
    let forms = ("variants", "operadora autorizada", "operadora autorizada | operadoras; x", true);
    assert_eq!(
        told(item),
        owned(&[
            ("subject", "operators", "customs", false),
            ("status", "preferred", "admitted", false),
            ("gender", "", "m", true),
            forms,
            ("status", "forbidden", "preferred", false),
        ])
    );
    let taken = import(&base, &table, How::Update);
    let [item] = taken.items.as_slice() else { panic!("{taken:#?}") };
    assert!(told(item).iter().all(|(.., taken)| *taken), "{:?}", told(item));
    let (concepts, terms) = terms_write::apply(CONCEPTS, TERMS, &base, &taken);
    let again = reread(&concepts, &terms);
    assert_eq!(again.concepts()[1].subject, "customs");
    assert_eq!(again.terms()[4].status, Status::Preferred);
    // What the file does not mention stands: the definition, the note, the owner.
    assert!(concepts.contains("Old note.") && concepts.contains("\tAna\r\n"));
}

#[test]
fn a_concept_has_one_preferred_term_whoever_wins() {
    let base = base();
    let table = format!(
        "{HEAD}aeo\t\t\tes\toperador de confianza\tpreferred\n\
         aeo\t\t\tes\toperador fiable\tpreferred\n\
         aeo\t\t\tes\toperador autorizado\tpreferred\n"
    );
    for (how, preferred) in [(How::Keep, "operador autorizado"), (How::Update, "operador de confianza")] {
        let plan = import(&base, &table, how);
        let (concepts, terms) = terms_write::apply(CONCEPTS, TERMS, &base, &plan);
        let again = reread(&concepts, &terms);
        let found: Vec<&str> = again
            .terms_of(1)
            .filter(|term| term.status == Status::Preferred)
            .map(|term| term.text.as_str())
            .collect();
        assert_eq!(found, [preferred]);
        assert_eq!(again.terms_of(1).count(), 4, "nothing is lost");
    }
    // Two of the file itself are told with both places.
    let table = format!("{HEAD}new\t\t\tes\tuno\tpreferred\nnew\t\t\tes\tdos\tpreferred\n");
    let plan = import(&base, &table, How::Keep);
    let told: Vec<_> =
        plan.findings.iter().map(|one| (one.line, one.column, one.code, one.known.as_str())).collect();
    assert_eq!(told, [(3, 10, "preferred-twice", "2")]);
}

#[test]
fn an_id_that_two_concepts_have_by_chance_is_a_clash() {
    let numbered = |text: &str| text.replace("aeo", "c12");
    let base = reread(&numbered(CONCEPTS), &numbered(TERMS));
    let table = format!("{HEAD}c12\t\t\tes\tavión\tpreferred\nc12\t\t\tfr\tavion\tpreferred\n");
    let plan = import(&base, &table, How::Keep);
    assert_eq!(plan.counts().clashes, 1);
    assert!(!plan.writes());
    let options = Options { prefix: "x_".to_owned(), ..Options::default() };
    let plan = planned(&base, options, |intake| csv::read(table.as_bytes(), encoding_rs::UTF_8, intake));
    let plan = plan.expect("it is a table");
    assert_eq!((plan.items[0].id.as_str(), plan.counts().clashes), ("x_c12", 0));
    // No locale in common, or a term in common: the same concept.
    for row in ["c12\t\t\tfr\topérateur agréé\tpreferred\n", "c12\t\t\tes\toperadora autorizada\n"] {
        assert_eq!(import(&base, &format!("{HEAD}{row}"), How::Keep).counts().clashes, 0, "{row}");
    }
    // An id that somebody chose is believed.
    let row = "aeo\t\t\tes\toperador fiable\n";
    assert_eq!(import(&super::tests::base(), &format!("{HEAD}{row}"), How::Keep).counts().clashes, 0);
}

#[test]
fn without_ids_a_concept_is_known_by_its_terms_and_new_ones_are_named_after_theirs() {
    let base = base();
    let table = "en\tes\n\
        World Customs Organization\tOMA / Organización Aduanera\n\
        Customs broker’s licence\tlicencia\n\
        Customs broker’s licence\tpatente\n\
        customs-broker's licence!\tautorización\n\
        关税\tarancel\n税\timpuesto\n";
    let plan = import(&base, table, How::Keep);
    let ids: Vec<(&str, usize)> =
        plan.items.iter().map(|item| (item.id.as_str(), item.terms.len())).collect();
    assert_eq!(
        ids,
        [
            ("wco", 1),
            ("customs_brokers_licence", 3),
            ("customs_broker_s_licence", 2),
            ("concept", 2),
            ("concept_2", 2),
        ]
    );
}

#[test]
fn thousands_of_terms_of_one_name_are_not_looked_for_one_by_one() {
    let mut table = "zh\tes\n".to_owned();
    for number in 0..5_000_u32 {
        let sign = char::from_u32(0x4e00 + number).expect("a sign");
        table.push_str(&format!("{sign}\tes{number}\n"));
    }
    let plan = import(&Termbase::default(), &table, How::Keep);
    assert_eq!(plan.counts().new_concepts, 5_000);
    assert_eq!(plan.items.last().map(|item| item.id.as_str()), Some("concept_5000"));
}
