//! From the bytes of a page to its verdict: the join of format, notice and language.

use std::sync::Arc;

use super::error::{Failure, Message};
use crate::config;
use crate::domain::document::{BlockKind, Document};
use crate::domain::locale::Locale;
use crate::domain::notice::{BadNoticeReason, CustomNotice, Notice, NoticeRules};
use crate::domain::page::{Judgement, PageInput, Site, SourceText, judge};
use crate::formats::{Format, conflict};
use crate::messages::Value;

/// What reads pages of one site.
pub struct Reader {
    /// The site's locales.
    pub site: Site,
    rules: Arc<NoticeRules>,
}

/// A page that was read.
#[derive(Debug)]
pub struct Page {
    /// The document, the notice's block marked as such.
    pub document: Document,
    /// The notice, if there is one.
    pub notice: Option<Notice>,
}

impl Reader {
    /// A reader for that site, with notices of the project's own besides the built-in ones.
    pub fn for_site(site: Site, own: &[config::Notice]) -> Result<Self, Failure> {
        let custom = own
            .iter()
            .enumerate()
            .map(|(at, notice)| CustomNotice {
                name: notice.name.clone().unwrap_or_else(|| format!("notice-{}", at + 1)),
                pattern: notice.text.clone(),
                locale: notice.locale.clone(),
            })
            .collect();
        let rules = NoticeRules::with_custom(custom).map_err(|bad| {
            let reason = match bad.reason {
                BadNoticeReason::TooShort => "notice-too-short",
                BadNoticeReason::UnknownSlot(_) => "notice-unknown-slot",
                BadNoticeReason::SameSlotTwice(_) => "notice-slot-twice",
                BadNoticeReason::AdjacentSlots => "notice-adjacent-slots",
                BadNoticeReason::UnclosedSlot => "notice-unclosed-slot",
            };
            Failure::new(
                Message::new("notice-bad").with("name", bad.name).with("why", Value::Message(reason)),
            )
        })?;
        Ok(Reader { site, rules: Arc::new(rules) })
    }

    /// A reader with the same notices for another site.
    pub fn with_site(&self, site: Site) -> Self {
        Reader { site, rules: Arc::clone(&self.rules) }
    }

    /// Reads a page in that format, and finds its notice. A merge conflict in it is told among the
    /// document's problems.
    ///
    /// A block that is the notice and hardly anything else becomes [`BlockKind::Notice`] and is no
    /// part of the article; one that says more than the notice stays what it is.
    pub fn read(&self, format: &dyn Format, bytes: Vec<u8>) -> Page {
        let mut document = format.parse(bytes);
        conflict::tell(&mut document);
        let texts: Vec<&str> = document.blocks.iter().map(|block| block.text.as_str()).collect();
        let notice = self.rules.find(&texts, self.site.locales());
        if let Some(found) = &notice
            && let Some(block) = document.blocks.get_mut(found.block)
            && block.kind.is_unit()
            && found.range.len() * 3 >= block.text.len() * 2
        {
            block.kind = BlockKind::Notice;
            document.retitle();
        }
        Page { document, notice }
    }

    /// Judges a page that was asked for in `requested`, if that is known.
    pub fn judge(
        &self,
        page: &Page,
        requested: Option<&Locale>,
        source: Option<SourceText<'_>>,
    ) -> Judgement {
        let input = PageInput {
            document: &page.document,
            requested,
            source_text: source,
            notice: page.notice.as_ref(),
        };
        judge(&self.site, &input)
    }
}
