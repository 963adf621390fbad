//! Dates as sites write them, and lines that are no date lines.

use proptest::prelude::*;

use super::*;

#[test]
fn a_date_line_is_read_in_the_languages_it_fits() {
    for (line, date, languages) in [
        ("25 abril 2014", "2014-04-25", "ca es gl pt tl"),
        ("29 de abril de 2021", "2021-04-29", "ca es gl pt tl"),
        ("19 avril 2018", "2018-04-19", "fr"),
        ("1er mars 2019", "2019-03-01", "fr is nb sq sv"),
        ("16 ноября 2020", "2020-11-16", "ru"),
        ("16 ноября 2020 г.", "2020-11-16", "ru"),
        ("16 listopada 2020", "2020-11-16", "pl"),
        ("16. listopada 2020.", "2020-10-16", "hr"),
        ("2020年8月31日", "2020-08-31", "ja zh"),
        ("2020年8月31日 星期一", "2020-08-31", "ja zh"),
        ("2020년 8월 31일", "2020-08-31", "ko"),
        ("ngày 31 tháng 8 năm 2020", "2020-08-31", "vi"),
        ("2020. augusztus 31.", "2020-08-31", "hu"),
        ("2020 m. rugpjūčio 31 d.", "2020-08-31", "lt"),
        ("2020. gada 31. augusts", "2020-08-31", "lv"),
        ("Monday, August 31, 2020", "2020-08-31", "en"),
        ("31st August 2020", "2020-08-31", "bs da de en et nb ro sk"),
        ("31. elokuuta 2020", "2020-08-31", "fi"),
        ("31 สิงหาคม 2563", "2020-08-31", "th"),
        ("٣١ أغسطس ٢٠٢٠", "2020-08-31", "ar"),
        ("۳۱ اوت ۲۰۲۰", "2020-08-31", "fa"),
        ("31 באוגוסט 2020", "2020-08-31", "he"),
        ("31 अगस्त 2020", "2020-08-31", "hi"),
        ("৩১ আগস্ট ২০২০", "2020-08-31", "bn"),
        ("31 d'agost de 2020", "2020-08-31", "ca"),
        ("31 d’agost del 2020", "2020-08-31", "ca"),
        ("2020ko abuztuaren 31", "2020-08-31", "eu"),
        ("1º de maio de 2020", "2020-05-01", "gl pt"),
        ("31 Ağustos 2020 Pazartesi", "2020-08-31", "tr"),
        ("31 Αυγούστου 2020", "2020-08-31", "el"),
        ("2020-08-31", "2020-08-31", ""),
        ("31.08.2020", "2020-08-31", ""),
        ("31/08/2020 10:30", "2020-08-31", ""),
    ] {
        let read = read_line(line).unwrap_or_else(|| panic!("not read: {line}"));
        assert_eq!(read.date.to_string(), date, "{line}");
        assert_eq!(read.languages.join(" "), languages, "{line}");
    }
}

#[test]
fn what_two_languages_share_is_said_to_be_of_both() {
    let november = read_line("16 november 2020").unwrap().languages;
    for language in ["da", "de", "en", "nb", "nl", "sv"] {
        assert!(november.contains(&language), "{language} is not in {november:?}");
    }
    assert!(!november.contains(&"es"));
}

#[test]
fn how_a_date_is_spelled_tells_languages_apart() {
    for (line, fit, do_not) in [
        ("16 november 2020", "da nb nl sv", "de en id"),
        ("16 November 2020", "da de en nb nl sv", "es"),
        ("9 d'octubre de 2017", "ca", "es"),
        ("9 d’abril de 2017", "ca", "es gl pt"),
        ("9 de abril de 2017", "es gl pt", "fr"),
        // Typed carelessly, and in no language else.
        ("april 24th, 2014", "en", "es"),
        ("16 NOVEMBER 2020", "da de en nl", "es"),
    ] {
        let read = read_line(line).unwrap().as_written;
        assert!(fit.split(' ').all(|language| read.contains(&language)), "{line}: {read:?}");
        assert!(!do_not.split(' ').any(|language| read.contains(&language)), "{line}: {read:?}");
    }
}

#[test]
fn a_line_with_more_than_a_date_is_no_date_line() {
    for line in [
        "Lima, 24-25 April 2014",
        "Lima, 24 April 2014",
        "24-25 April 2014",
        "Published: 24 April 2014",
        "03/04/2020",
        "April 2018",
        "24 April",
        "31 February 2020",
        "On 24 April 2014 the Council met.",
        "24 April 2014 – 25 May 2015",
        "",
        "1.2.3",
        "192.168.10.2014",
    ] {
        assert_eq!(read_line(line), None, "{line}");
    }
}

#[test]
fn dates_stand_in_running_text() {
    for (text, wanted) in [
        ("held on 22 April 2021 in Lima", "22 April 2021=2021-4-22"),
        ("a eu lieu le 22 avril 2021.", "22 avril 2021=2021-4-22"),
        ("Lima, 24-25 April 2014", "24-25 April 2014=2014-4-24..25"),
        ("from 16 to 17 April 2018", "16 to 17 April 2018=2018-4-16..17"),
        ("on 16 and 17 April 2018, and", "16 and 17 April 2018=2018-4-16..17"),
        ("los días 16 y 17 de abril de 2018", "16 y 17 de abril de 2018=2018-4-16..17"),
        ("les 16 et 17 avril 2018", "16 et 17 avril 2018=2018-4-16..17"),
        ("after the June 2018 Council", "June 2018=2018-6-?"),
        ("period from June to November 2020", "November 2020=2020-11-?"),
        ("April 19, 2018", "April 19, 2018=2018-4-19"),
        ("April 16-17, 2018", "April 16-17, 2018=2018-4-16..17"),
        ("en junio de 2018 se", "junio de 2018=2018-6-?"),
        ("am 3. Mai 2019 und am 4. Mai", "3. Mai 2019=2019-5-3|4. Mai=?-5-4"),
        ("in 2017, April 19, 2018 was", "April 19, 2018=2018-4-19"),
        ("you may 5 times; in May; section 3.", ""),
        ("于2020年8月31日举行", "2020年8月31日=2020-8-31"),
    ] {
        let part = |part: PartialDate| {
            let show = |value: Option<i16>| value.map_or("?".to_owned(), |v| v.to_string());
            format!("{}-{}-{}", show(part.year), part.month, show(part.day.map(i16::from)))
        };
        let found: Vec<String> = find_dates(text)
            .into_iter()
            .map(|found| {
                let to = if found.first == found.last {
                    String::new()
                } else {
                    format!("..{}", found.last.day.unwrap())
                };
                format!("{}={}{to}", &text[found.range.clone()], part(found.first))
            })
            .collect();
        assert_eq!(found.join("|"), wanted, "{text}");
    }
}

#[test]
fn iso_dates_are_checked_against_the_calendar() {
    for good in ["2018-04-19", "2020-02-29", "2000-02-29"] {
        assert_eq!(good.parse::<Date>().map(|date| date.to_string()), Ok(good.to_owned()));
    }
    for bad in [
        "2018-4-19",
        "2019-02-29",
        "1900-02-29",
        "2018-13-01",
        "2018-00-10",
        "2018-01-00",
        "2018-04-31",
        "+018-04-19",
        "18-04-19",
        "2018/04/19",
        "2018-04-19T",
        "",
    ] {
        assert!(bad.parse::<Date>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn every_day_is_read_back_from_every_language(year in 1900i16..2100, month in 1u8..=12, day in 1u8..=28, pick in 0usize..1000) {
        let line = include_str!("months.txt").lines().filter(|l| !l.starts_with('#')).collect::<Vec<_>>();
        let (language, fields) = line[pick % line.len()].split_once(": ").unwrap();
        let name = fields.split_whitespace().nth(usize::from(month) - 1).unwrap().split('/').next().unwrap().replace('_', " ");
        let read = read_line(&format!("{day} {name} {year}"));
        prop_assert!(read.is_some(), "{day} {name} {year} ({language})");
        let read = read.unwrap();
        prop_assert_eq!((read.date.year, read.date.day), (year, day));
        prop_assert!(read.date.month != month || read.languages.contains(&language) || ["hu", "eu"].contains(&language), "{} {:?}", language, read);
    }

    #[test]
    fn any_text_is_scanned_in_bounds(text in "[0-9a-z .,/年月日\\-–]{0,60}|\\PC{0,60}") {
        let mut at = 0;
        for found in find_dates(&text) {
            prop_assert!(found.range.start >= at && text.get(found.range.clone()).is_some());
            at = found.range.end;
        }
        let _ = read_line(&text);
    }
}
