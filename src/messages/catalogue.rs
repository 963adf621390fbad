//! The list of catalogue files, one row an area of the interface, the same in each language.

macro_rules! catalogue {
    ($name:ident, $tag:literal, $doc:literal) => {
        #[doc = $doc]
        pub const $name: &[(&str, &str)] = &[
            ("common", include_str!(concat!($tag, "/common.ftl"))),
            ("error", include_str!(concat!($tag, "/error.ftl"))),
            ("help", include_str!(concat!($tag, "/help.ftl"))),
            ("status", include_str!(concat!($tag, "/status.ftl"))),
            ("accept", include_str!(concat!($tag, "/accept.ftl"))),
            ("check", include_str!(concat!($tag, "/check.ftl"))),
            ("config", include_str!(concat!($tag, "/config.ftl"))),
            ("diff", include_str!(concat!($tag, "/diff.ftl"))),
            ("exchange", include_str!(concat!($tag, "/exchange.ftl"))),
            ("glossary", include_str!(concat!($tag, "/glossary.ftl"))),
            ("init", include_str!(concat!($tag, "/init.ftl"))),
            ("inspect", include_str!(concat!($tag, "/inspect.ftl"))),
            ("note", include_str!(concat!($tag, "/note.ftl"))),
            ("pair", include_str!(concat!($tag, "/pair.ftl"))),
            ("pull", include_str!(concat!($tag, "/pull.ftl"))),
            ("push", include_str!(concat!($tag, "/push.ftl"))),
            ("qa", include_str!(concat!($tag, "/qa.ftl"))),
            ("report", include_str!(concat!($tag, "/report.ftl"))),
            (super::names::AREA, include_str!(concat!($tag, "/languages.ftl"))),
        ];
    };
}

catalogue!(EN, "en", "The English catalogue, by area.");
catalogue!(ES, "es", "The Spanish catalogue, by area.");
catalogue!(FR, "fr", "The French catalogue, by area.");
