package org.pactlens.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads one HTML page: decode, guard, parse once, walk once, choose. */
final class HtmlArticle {
    /** Deeper elements are added to the one at the limit; browsers stop at 512 too. */
    private static final int MAX_DEPTH = 512;

    private static final int MAX_TEXT = 2_000_000;
    /** Where the elements hold a smaller share of the stated text, they are not where it is. */
    private static final double MISSING = 0.4;
    /** A shorter {@code articleBody} is a summary. */
    private static final int MIN_STATED = 200;

    private final ClassWords words = ClassWords.standard();
    private final Phrases phrases = Phrases.standard();
    private final BodyModel model = BodyModel.standard();
    private final DateForms dates = new DateForms();
    private final Byline byline = new Byline(new PersonNames(dates));

    Extraction read(RawDocument raw, String mediaType) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        TextDecoder.Decoded decoded = TextDecoder.decode(raw.bytes(), raw.charset());
        noteCharset(decoded, notes);
        HtmlGuard.Guarded guarded = HtmlGuard.guard(decoded.text());
        if (guarded.cut()) {
            notes.add(Note.TRUNCATED);
        }
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(guarded.html(), raw.url());
        PageMeta meta = new PageMeta(page, raw.url());
        StructuredData data = StructuredData.of(page, raw.url(), meta.title());
        PageTree tree = PageTree.of(page, words);
        String title = Headline.of(page, tree, meta, data);
        String site = meta.siteName() != null ? meta.siteName() : data.publisher();
        String language = meta.language();
        PublicationDate.Dated dated =
                new PublicationDate(dates, language, raw.url(), raw.capturedAt()).find(tree, meta, data, title);
        String stated = data.articleBody() == null ? "" : plain(data.articleBody());
        BodyFinder.Body found = body(tree, meta, stated, title);
        List<Block> body = found.blocks();
        PageKind kind = PageKindRule.of(raw.url(), title, meta, data, tree, found, dated.basis());
        if (data.paywalled()) {
            notes.add(Note.PAYWALL);
        }
        String text = carriesText(kind) ? text(body, notes) : "";
        boolean missing = text.length() < MISSING * stated.length() && stated.length() >= MIN_STATED;
        if (missing && (carriesText(kind) || kind == PageKind.OTHER)) {
            kind = kind == PageKind.OTHER ? PageKind.ARTICLE : kind;
            text = stated;
            notes.add(Note.TEXT_FROM_SCRIPT);
        }
        return new Extraction(
                title,
                text,
                byline.of(tree, meta, data, site, found.title(), body),
                dated.instant(),
                dated.date(),
                dated.basis(),
                language,
                kind,
                meta.canonicalUrl(),
                site,
                decoded.charset(),
                decoded.rule(),
                mediaType,
                found.expectedF1(),
                notes,
                null);
    }

    private BodyFinder.Body body(PageTree tree, PageMeta meta, String stated, String title) {
        String description = meta.first("description", "og:description");
        TraitReader reader = new TraitReader(
                tree,
                phrases,
                BodyFinder.squeeze(title),
                stated.length() < MIN_STATED ? null : BodyFinder.squeeze(stated),
                description == null ? "" : BodyFinder.squeeze(description));
        double[][] traits = reader.read();
        double[] likely = model.likelihoods(tree, traits);
        return new BodyFinder(tree, new BodyTrimmer(traits, dates), likely, reader.titleAt()).find();
    }

    /** The text of an {@code articleBody}, which may be plain, markup, or markup escaped once more. */
    private static String plain(String articleBody) {
        String plain = articleBody;
        for (int i = 0; i < 2 && (plain.contains("</p>") || plain.contains("&lt;")); i++) {
            Document parsed = Parser.htmlParser()
                    .setMaxDepth(MAX_DEPTH)
                    .parseInput(HtmlGuard.guard(plain).html(), "");
            parsed.select("p, br, div, li, h2, h3").before("\n\n");
            plain = parsed.wholeText();
        }
        return plain.lines().map(Headline::tidy).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n\n"));
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
