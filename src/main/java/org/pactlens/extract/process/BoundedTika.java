package org.pactlens.extract.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.DcXMLParser;
import org.pactlens.extract.DocumentText;
import org.pactlens.extract.ExtractionError;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika with exactly the parsers named here: no OCR, no external program, no archive walker, no embedded document. Which
 * service files lie on the class path does not matter.
 */
final class BoundedTika {
    private final DefaultDetector detector = new DefaultDetector();
    private final AutoDetectParser parser;
    private final Set<MediaType> supported;

    BoundedTika() {
        List<Parser> parsers = List.of(
                new PDFParser(),
                new OOXMLParser(),
                new OfficeParser(),
                new RTFParser(),
                new OpenDocumentParser(),
                new EpubParser(),
                new RFC822Parser(),
                new DcXMLParser(),
                new JSoupParser(),
                new TXTParser());
        this.parser = new AutoDetectParser(detector, parsers.toArray(new Parser[0]));
        this.supported = parser.getSupportedTypes(new ParseContext());
    }

    DocumentText parse(Frames.Request request) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        DocumentCollector collector = new DocumentCollector(request.outputChars());
        String type = request.mediaType();
        ExtractionError error = null;
        try (TikaInputStream stream = TikaInputStream.get(request.bytes(), metadata)) {
            MediaType detected = detector.detect(stream, metadata);
            type = detected.getBaseType().toString();
            if (!isSupported(detected)) {
                return DocumentText.failed(type, ExtractionError.UNSUPPORTED);
            }
            parser.parse(stream, collector, metadata, context());
        } catch (DocumentCollector.FullException full) {
            return answer(type, metadata, collector, true, null);
        } catch (EncryptedDocumentException locked) {
            error = ExtractionError.ENCRYPTED;
        } catch (UnsupportedFormatException other) {
            error = ExtractionError.UNSUPPORTED;
        } catch (StackOverflowError tooDeep) {
            error = ExtractionError.STACK;
        } catch (TikaException | SAXException | IOException | RuntimeException | LinkageError damaged) {
            error = causedByFull(damaged) ? null : ExtractionError.CORRUPT;
        }
        return answer(type, metadata, collector, error != null || collector.isFull(), error);
    }

    private boolean isSupported(MediaType detected) {
        MediaType type = detected.getBaseType();
        while (type != null && !type.equals(MediaType.OCTET_STREAM)) {
            if (supported.contains(type)) {
                return true;
            }
            type = parser.getMediaTypeRegistry().getSupertype(type);
        }
        return false;
    }

    /** Parsers wrap what a handler throws. */
    private static boolean causedByFull(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < 20; i++) {
            if (cause instanceof DocumentCollector.FullException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Text read before a failure is kept and marked as cut. */
    private static DocumentText answer(
            String type, Metadata metadata, DocumentCollector collector, boolean cut, ExtractionError error) {
        String text = DocumentLayout.text(collector.pages(), type.equals("application/pdf"));
        if (text.isEmpty() && error != null) {
            return DocumentText.failed(type, error);
        }
        Date created = metadata.getDate(TikaCoreProperties.CREATED);
        return new DocumentText(
                type,
                metadata.get(TikaCoreProperties.TITLE),
                Arrays.asList(metadata.getValues(TikaCoreProperties.CREATOR)),
                created == null ? null : created.toInstant(),
                metadata.get(TikaCoreProperties.LANGUAGE),
                text,
                cut,
                null);
    }

    private ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NoEmbedded());
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractAnnotationText(false);
        pdf.setExtractAcroFormContent(false);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractActions(false);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }

    private static final class NoEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // Pictures, attachments and documents in documents are no article text.
        }
    }
}
