package org.pactlens.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads one HTML page: decode, guard, parse once, walk once, choose. */
final class HtmlArticle {
    private static final int MAX_TEXT = 2_000_000;
    /** Where the elements hold a smaller share of the stated text, they are not where it is. */
    private static final double MISSING = 0.4;

    private final ClassWords words = ClassWords.standard();
    private final Phrases phrases = Phrases.standard();
    private final BodyModel model;
    private final DateForms dates = new DateForms();
    private final Byline byline = new Byline(new PersonNames(dates));

    HtmlArticle() {
        this(BodyModel.standard());
    }

    HtmlArticle(BodyModel model) {
        this.model = model;
    }

    Extraction read(RawDocument raw, String mediaType) {
        return read(Page.of(raw, words), raw, mediaType);
    }

    Extraction read(Page page, RawDocument raw, String mediaType) {
        String language = page.meta().language();
        BodyFinder.Body found = body(page);
        PublicationDate.Dated dated = new PublicationDate(dates, language, raw.url(), raw.capturedAt())
                .find(page.tree(), page.meta(), page.data(), found.title(), found.blocks());
        PageKind kind =
                PageKindRule.of(raw.url(), page.title(), page.meta(), page.data(), page.tree(), found, dated.basis());
        Set<Note> notes = notes(page);
        String text = carriesText(kind) ? text(withoutTail(found.blocks(), page.tree()), notes) : "";
        boolean missing =
                page.statesText() && text.length() < MISSING * page.stated().length();
        if (missing && (carriesText(kind) || kind == PageKind.OTHER)) {
            kind = kind == PageKind.OTHER ? PageKind.ARTICLE : kind;
            text = page.stated();
            notes.add(Note.TEXT_FROM_SCRIPT);
        }
        return new Extraction(
                page.title(),
                text,
                byline.of(page.tree(), page.meta(), page.data(), page.site(), found.title(), found.blocks()),
                dated.instant(),
                dated.date(),
                dated.basis(),
                language,
                kind,
                page.meta().canonicalUrl(),
                page.site(),
                page.decoded().charset(),
                page.decoded().rule(),
                mediaType,
                found.quality(),
                notes,
                null);
    }

    private BodyFinder.Body body(Page page) {
        return body(page, page.traits(phrases).read());
    }

    private BodyFinder.Body body(Page page, double[][] traits) {
        double[] likely = model.likelihoods(page.tree(), traits);
        return new BodyFinder(page.tree(), new BodyTrimmer(traits, dates), likely, page.titleAt()).find();
    }

    /** The page's blocks with what decided about each, as HTML. */
    String explain(RawDocument raw) {
        Page page = Page.of(raw, words);
        double[][] traits = page.traits(phrases).read();
        Extraction found = read(page, raw, "text/html");
        return new DebugPage(page, model, traits).html(raw.url(), found, body(page, traits));
    }

    private static Set<Note> notes(Page page) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        noteCharset(page.decoded(), notes);
        if (page.cut()) {
            notes.add(Note.TRUNCATED);
        }
        if (page.data().paywalled()) {
            notes.add(Note.PAYWALL);
        }
        return notes;
    }

    static void noteCharset(TextDecoder.Decoded decoded, Set<Note> notes) {
        if (decoded.rule() == CharsetRule.DETECTED) {
            notes.add(Note.CHARSET_GUESSED);
        }
        if (decoded.damaged()) {
            notes.add(Note.UNDECODABLE_CHARACTERS);
        }
    }

    private static boolean carriesText(PageKind kind) {
        return switch (kind) {
            case ARTICLE, LIVE, VIDEO, STUB, OTHER -> true;
            case LIST, FRONT, WALL, ERROR -> false;
        };
    }

    /** Nothing of the article follows a line such as "Leave a reply", nor do lines that are typed as list items. */
    private List<Block> withoutTail(List<Block> body, PageTree tree) {
        double[] weights = body.stream().mapToDouble(b -> b.weight).toArray();
        int end = Phrases.beforeTail(weights, i -> tailBegins(tree, body.get(i - 1), body.get(i)));
        int last = end;
        while (last > 0 && isTypedItem(body.get(last - 1).text)) {
            last--;
        }
        return body.subList(0, end - last > 1 ? last : end);
    }

    /** Whether a block after one of the body, up to the next, begins a tail; it may not be of the body itself. */
    private boolean tailBegins(PageTree tree, Block before, Block next) {
        return tree.blocks.subList(before.index + 1, next.index + 1).stream()
                .anyMatch(between -> phrases.beginsTail(between.text));
    }

    private static boolean isTypedItem(String text) {
        return PlainTextCleaner.isItem(text) && !Script.endsSentence(text);
    }

    private static String text(List<Block> body, Set<Note> notes) {
        StringBuilder text = new StringBuilder();
        for (Block b : body) {
            if (text.length() + b.text.length() > MAX_TEXT) {
                notes.add(Note.TRUNCATED);
                break;
            }
            text.append(text.length() > 0 ? "\n\n" : "").append(Paragraphs.ofBlock(b.text));
        }
        return text.toString();
    }
}
