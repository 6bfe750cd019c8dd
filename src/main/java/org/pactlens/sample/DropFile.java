package org.pactlens.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of the drop folder: the same kinds of text as PDF, DOCX, EPUB and plain text. */
final class DropFile {
    private static final int LINE = 90;
    /** One byte a character, so that offsets in the file are lengths of its text. */
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    /** PDF 32000-1, 7.9.4. */
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DropFile() {}

    /** Name of the document's file; the document has a format. */
    static String name(SampleDocument document) {
        return document.id() + "." + document.drop().orElseThrow().name().toLowerCase(Locale.ROOT);
    }

    static byte[] bytes(SampleDocument document) throws IOException {
        return switch (document.drop().orElseThrow()) {
            case TXT -> (document.whole() + "\n").getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf(document);
            case DOCX -> docx(document);
            case EPUB -> epub(document);
        };
    }

    /** One page in Helvetica (PDF 32000-1, 7.5 and 9.4). */
    private static byte[] pdf(SampleDocument document) {
        StringBuilder text = new StringBuilder("BT /F1 14 Tf 14 TL 60 740 Td (" + literal(document.title()) + ") '\n");
        text.append("/F1 11 Tf () '\n");
        for (String paragraph : document.paragraphs()) {
            lines(paragraph)
                    .forEach(line -> text.append('(').append(literal(line)).append(") '\n"));
            text.append("() '\n");
        }
        text.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Title (" + literal(document.title()) + ") /Author (" + literal(authors(document))
                        + ") /CreationDate (" + PDF_DATE.format(document.published()) + ") >>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder offsets = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        int size = objects.size() + 1;
        pdf.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n").append(offsets);
        pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R /Info 6 0 R >>\nstartxref\n");
        return pdf.append(table).append("\n%%EOF\n").toString().getBytes(WIN_ANSI);
    }

    private static String authors(SampleDocument document) {
        return String.join("; ", document.authors());
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private static List<String> lines(String paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static byte[] docx(SampleDocument document) throws IOException {
        StringBuilder body = new StringBuilder(paragraph(document.title()));
        document.paragraphs().forEach(p -> body.append(paragraph(p)));
        return zip(List.of(
                entry(
                        "[Content_Types].xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"),
                entry(
                        "_rels/.rels",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"),
                entry(
                        "docProps/core.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                                + Pages.escape(document.title()) + "</dc:title><dc:creator>"
                                + Pages.escape(authors(document))
                                + "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
                                + document.published().toInstant() + "</dcterms:created></cp:coreProperties>"),
                entry(
                        "word/document.xml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                + body + "</w:body></w:document>")));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + Pages.escape(text) + "</w:t></w:r></w:p>";
    }

    private static byte[] epub(SampleDocument document) throws IOException {
        StringBuilder body = new StringBuilder("<h1>" + Pages.escape(document.title()) + "</h1>");
        document.paragraphs()
                .forEach(p -> body.append("<p>").append(Pages.escape(p)).append("</p>"));
        return zip(List.of(
                entry("mimetype", "application/epub+zip"),
                entry(
                        "META-INF/container.xml",
                        "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"),
                entry(
                        "content.opf",
                        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"id\">"
                                + document.id() + "</dc:identifier><dc:title>" + Pages.escape(document.title())
                                + "</dc:title><dc:language>" + document.language() + "</dc:language><dc:date>"
                                + document.day() + "</dc:date><dc:creator>" + Pages.escape(authors(document))
                                + "</dc:creator></metadata><manifest><item id=\"text\" href=\"text.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"text\"/></spine></package>"),
                entry(
                        "text.xhtml",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>"
                                + Pages.escape(document.title()) + "</title></head><body>" + body + "</body></html>")));
    }

    private record Entry(String name, byte[] bytes) {}

    private static Entry entry(String name, String text) {
        return new Entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Entries are stored, not deflated, and bear one fixed time: the same bytes on every machine. */
    private static byte[] zip(List<Entry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                ZipEntry stored = new ZipEntry(entry.name());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(entry.bytes().length);
                CRC32 crc = new CRC32();
                crc.update(entry.bytes());
                stored.setCrc(crc.getValue());
                stored.setTimeLocal(LocalDateTime.of(2024, 6, 20, 0, 0));
                zip.putNextEntry(stored);
                zip.write(entry.bytes());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
