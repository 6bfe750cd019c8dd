package org.pactlens.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika parser that gives the article of an HTML page instead of the whole page. Title, authors, language and creation date
 * become metadata; paragraphs become {@code p} events; the full {@link Extraction} is left in the {@link ParseContext}.
 *
 * <p>A caller that knows address and capture time puts the {@link RawDocument} into the context; else both come from the
 * metadata as far as they stand there.
 */
public final class ArticleParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final Set<MediaType> TYPES = Set.of(MediaType.TEXT_HTML, MediaType.application("xhtml+xml"));
    /** The guard caps the characters that are parsed; this caps what is read to get them. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private final transient HtmlArticle article = new HtmlArticle();

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        RawDocument raw = context.get(RawDocument.class);
        MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        if (raw == null) {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            String charset = type == null ? null : type.getParameters().get("charset");
            raw = new RawDocument(stream.readNBytes(MAX_BYTES), null, charset, name == null ? "" : name, null);
        }
        Extraction found = article.read(
                raw, type == null ? "text/html" : type.getBaseType().toString());
        context.set(Extraction.class, found);
        describe(found, metadata);
        XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        for (String paragraph : found.text().split("\n\n")) {
            xhtml.element("p", paragraph);
        }
        xhtml.endDocument();
    }

    private static void describe(Extraction found, Metadata metadata) {
        metadata.set(TikaCoreProperties.TITLE, found.title());
        found.authors().forEach(name -> metadata.add(TikaCoreProperties.CREATOR, name));
        if (found.language() != null) {
            metadata.set(TikaCoreProperties.LANGUAGE, found.language());
        }
        if (found.publishedDate() != null) {
            metadata.set(TikaCoreProperties.CREATED, found.publishedDate().toString());
        }
        metadata.set(Metadata.CONTENT_ENCODING, Charset.forName(found.charset()).name());
    }
}
