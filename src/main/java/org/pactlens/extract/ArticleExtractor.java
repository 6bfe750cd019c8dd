package org.pactlens.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * From the bytes of a page or document to its article. A function of its arguments: the same document gives the same result
 * in every run. Never throws for any input; a failure is {@link Extraction#error}.
 *
 * <p>Not safe for use by several threads where the {@link DocumentParser} is not; else it is.
 */
public final class ArticleExtractor {
    private static final MediaType XHTML = MediaType.application("xhtml+xml");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Parser html = new ArticleParser();
    private final PlainTextCleaner plain = PlainTextCleaner.standard();
    private final DocumentParser documents;
    private final Function<String, String> languages;

    /**
     * @param documents reads PDF, office, mail and the like
     * @param languages BCP 47 tag of a text, or null where unsure; asked only where the page itself states no language
     */
    public ArticleExtractor(DocumentParser documents, Function<String, String> languages) {
        this.documents = documents;
        this.languages = languages;
    }

    /** HTML and plain text only, languages as stated. */
    public static ArticleExtractor forPages() {
        return new ArticleExtractor(DocumentParser.NONE, text -> null);
    }

    public Extraction extract(RawDocument raw) {
        String type = "application/octet-stream";
        try {
            if (raw.bytes().length == 0) {
                return Extraction.failed(type, ExtractionError.EMPTY, Set.of());
            }
            MediaType detected = detect(raw);
            type = detected.getBaseType().toString();
            return withLanguage(dispatch(raw, detected, type));
        } catch (DocumentParser.Unavailable noFaultOfTheDocument) {
            throw noFaultOfTheDocument;
        } catch (StackOverflowError tooDeep) {
            return Extraction.failed(type, ExtractionError.STACK, Set.of());
        } catch (OutOfMemoryError tooLarge) {
            return Extraction.failed(type, ExtractionError.MEMORY, Set.of());
        } catch (RuntimeException | LinkageError | IOException | SAXException fault) {
            // The boundary promised to callers: whatever a parser does on hostile bytes ends here as a value.
            return Extraction.failed(type, ExtractionError.INTERNAL, Set.of());
        }
    }

    /**
     * One self-contained HTML page that shows the blocks of a page, which were kept, and what decided; for people who
     * improve the extractor.
     */
    public static String explain(RawDocument page) {
        return new HtmlArticle().explain(page);
    }

    private Extraction dispatch(RawDocument raw, MediaType detected, String type) throws IOException, SAXException {
        if (detected.equals(MediaType.TEXT_HTML) || detected.equals(XHTML)) {
            ParseContext context = new ParseContext();
            context.set(RawDocument.class, raw);
            Metadata metadata = new Metadata();
            metadata.set(Metadata.CONTENT_TYPE, type);
            parse(raw, metadata, context);
            return context.get(Extraction.class);
        }
        if (detected.getType().equals("text") && !detected.getSubtype().equals("rtf")) {
            return plain.read(raw, type);
        }
        return switch (detected.getType()) {
            case "image", "audio", "video", "font", "chemical", "model" ->
                Extraction.failed(type, ExtractionError.UNSUPPORTED, Set.of());
            default -> fromDocument(raw, documents.parse(raw.bytes(), type, raw.url()));
        };
    }

    private void parse(RawDocument raw, Metadata metadata, ParseContext context) throws IOException, SAXException {
        try {
            html.parse(new ByteArrayInputStream(raw.bytes()), new DefaultHandler(), metadata, context);
        } catch (org.apache.tika.exception.TikaException neverByArticleParser) {
            throw new IllegalStateException(neverByArticleParser);
        }
    }

    /** Bytes decide; the server's word counts where they say no more than text. */
    private MediaType detect(RawDocument raw) throws IOException {
        if (beginsAsHtml(raw.bytes())) {
            return MediaType.TEXT_HTML;
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName(raw.url()));
        MediaType found =
                types.detect(new ByteArrayInputStream(raw.bytes()), metadata).getBaseType();
        MediaType declared = raw.mediaType() == null
                ? null
                : MediaType.parse(raw.mediaType().strip().toLowerCase(Locale.ROOT));
        boolean declaredHtml = declared != null
                && (declared.getBaseType().equals(MediaType.TEXT_HTML)
                        || declared.getBaseType().equals(XHTML));
        boolean textual = found.getType().equals("text")
                || found.equals(MediaType.OCTET_STREAM)
                || found.equals(MediaType.APPLICATION_XML);
        if (textual && (declaredHtml || looksLikeHtml(raw.bytes()))) {
            return MediaType.TEXT_HTML;
        }
        if (found.equals(MediaType.OCTET_STREAM) && declared != null) {
            return declared.getBaseType();
        }
        return found;
    }

    private static String fileName(String url) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        String path = url.substring(0, end);
        String name = path.substring(path.lastIndexOf('/') + 1);
        // Addresses end in .php or .asp whatever they serve; only document names say something.
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(txt|pdf|docx?|rtf|odt|epub|eml|xml|html?|xhtml|pptx?)")
                ? name
                : "";
    }

    /** Most pages; saves the search through all the marks of file formats. */
    private static boolean beginsAsHtml(byte[] bytes) {
        String start = start(bytes, 64).stripLeading();
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** The first bytes as ASCII in small letters. */
    private static String start(byte[] bytes, int most) {
        return new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static boolean looksLikeHtml(byte[] bytes) {
        String head = start(bytes, 4096);
        return head.contains("<html")
                || head.contains("<!doctype html")
                || head.contains("<body")
                || head.contains("<head>")
                || head.contains("<p>") && head.contains("</p>");
    }

    private Extraction withLanguage(Extraction found) {
        if (found.language() != null || found.text().isEmpty()) {
            return found;
        }
        String language = languages.apply(found.text());
        return language == null ? found : found.withLanguage(language);
    }

    private Extraction fromDocument(RawDocument raw, DocumentText document) {
        if (document.error() != null && document.text().isEmpty()) {
            return Extraction.failed(document.mediaType(), document.error(), Set.of());
        }
        EnumSet<Note> notes = EnumSet.noneOf(Note.class);
        if (document.truncated()) {
            notes.add(Note.TRUNCATED);
        }
        return plain.read(raw, document, notes);
    }
}
