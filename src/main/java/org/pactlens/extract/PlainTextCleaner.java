package org.pactlens.extract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Plain text saved from a page: no markup tells head, tail and tools from the article, only the lines do. Takes out what is
 * certain (share runs, advertising marks, comment forms, lists of headlines at the end) and keeps everything in doubt.
 */
final class PlainTextCleaner {
    private static final int MAX_CHARS = 3_000_000;
    private static final int DATE_LINES = 12;
    private static final List<String> MACHINE_FILES = List.of(
            "/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt", "/llms.txt", "/sitemap.txt");

    private final Phrases phrases;
    private final DateForms dates = new DateForms();
    private final PersonNames names = new PersonNames(dates);

    private PlainTextCleaner(Phrases phrases) {
        this.phrases = phrases;
    }

    static PlainTextCleaner standard() {
        return new PlainTextCleaner(Phrases.standard());
    }

    Extraction read(RawDocument raw, String mediaType) {
        Set<Note> notes = EnumSet.of(Note.PLAIN_TEXT);
        TextDecoder.Decoded decoded = TextDecoder.decode(raw.bytes(), raw.charset());
        HtmlArticle.noteCharset(decoded, notes);
        String text = decoded.text();
        if (text.length() > MAX_CHARS) {
            text = text.substring(0, MAX_CHARS);
            notes.add(Note.TRUNCATED);
        }
        List<String> lines = paragraphs(text);
        PublicationDate.Dated dated = new PublicationDate(dates, "en", raw.url(), raw.capturedAt()).inLines(lines);
        String title = title(lines);
        List<String> kept = isForMachines(raw.url(), lines) ? List.of() : clean(lines, title);
        String body = String.join("\n\n", kept);
        return new Extraction(
                title,
                body,
                List.of(),
                dated.instant(),
                dated.date(),
                dated.basis(),
                null,
                body.isEmpty() ? PageKind.OTHER : PageKind.ARTICLE,
                null,
                null,
                decoded.charset(),
                decoded.rule(),
                mediaType,
                1,
                notes,
                null);
    }

    /** robots.txt and its kin, under whatever name. */
    private static boolean isForMachines(String url, List<String> lines) {
        String path = url.toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
        boolean named = MACHINE_FILES.stream().anyMatch(path::endsWith);
        long rules = lines.stream()
                .map(l -> l.toLowerCase(Locale.ROOT))
                .filter(l -> l.startsWith("user-agent:") || l.startsWith("disallow:") || l.startsWith("sitemap:"))
                .count();
        return named || rules > 0 && 2 * rules >= lines.size();
    }

    /** A document's text, its lines already joined. A date line on the first page tells the date better than a file's metadata, these better than its sentences. */
    Extraction read(RawDocument raw, DocumentText document, Set<Note> notes) {
        List<String> paragraphs = List.of(document.text().split("\n\n"));
        String stated = Headline.tidy(document.title());
        String head = BodyFinder.squeeze(
                document.text().substring(0, Math.min(3000, document.text().length())));
        boolean borneOut = stated.length() > 8 && head.contains(BodyFinder.squeeze(stated));
        boolean trusted = document.mediaType().startsWith("message/")
                || document.mediaType().contains("epub");
        String title = !stated.isEmpty() && (borneOut || trusted) ? stated : title(paragraphs);
        PublicationDate.Dated dated = dated(raw, document, paragraphs);
        String text = String.join("\n\n", clean(paragraphs, title));
        return new Extraction(
                title,
                text,
                names.people(document.authors(), null),
                dated.instant(),
                dated.date(),
                dated.basis(),
                document.language(),
                text.isEmpty() ? PageKind.OTHER : PageKind.ARTICLE,
                null,
                null,
                null,
                CharsetRule.FORMAT,
                document.mediaType(),
                1,
                notes,
                null);
    }

    private PublicationDate.Dated dated(RawDocument raw, DocumentText document, List<String> paragraphs) {
        PublicationDate rule = new PublicationDate(dates, document.language(), raw.url(), raw.capturedAt());
        // A line of its own states the document's date; a sentence tells of any day.
        PublicationDate.Dated visible = rule.inLines(
                paragraphs.stream().limit(DATE_LINES).filter(p -> !isProse(p)).toList());
        Instant created = document.created();
        boolean usable = created != null && (raw.capturedAt() == null || !created.isAfter(raw.capturedAt()));
        if (visible.date() != null) {
            return visible;
        }
        if (!usable) {
            return rule.inLines(paragraphs);
        }
        return new PublicationDate.Dated(
                created.atOffset(ZoneOffset.UTC).toLocalDate(), created, DateBasis.DOCUMENT, true);
    }

    /** Lines, or, where blank lines part hard-wrapped paragraphs, those joined. */
    private static List<String> paragraphs(String text) {
        List<String> lines = text.lines().map(PlainTextCleaner::tidy).toList();
        boolean wrapped = isWrapped(lines);
        List<String> out = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            if (line.isEmpty()) {
                open = false;
            } else if (wrapped && open) {
                out.set(out.size() - 1, out.get(out.size() - 1) + ' ' + line);
            } else {
                out.add(line);
                open = true;
            }
        }
        return out;
    }

    /** Hard-wrapped text: nearly all lines are of like length below 100, and most do not end a sentence. */
    private static boolean isWrapped(List<String> lines) {
        int full = 0;
        int open = 0;
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.length());
            full += line.length() > 40 ? 1 : 0;
            open += line.length() > 40 && !Script.endsSentence(line) ? 1 : 0;
        }
        return longest <= 100 && full >= 6 && open * 2 > full;
    }

    private static String tidy(String line) {
        StringBuilder out = new StringBuilder(line.length());
        boolean space = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Script.isBlank(c) || Character.isISOControl(c)) {
                space = true;
            } else {
                if (space && out.length() > 0) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private String title(List<String> lines) {
        for (int i = 0; i < Math.min(6, lines.size()); i++) {
            String line = lines.get(i);
            if (Script.words(line) >= 4 && Script.weight(line) <= 220 && !phrases.matches(line)) {
                boolean lead = Script.weight(line) > 140 && Script.endsSentence(line);
                return lead ? "" : line;
            }
            if (Script.weight(line) > 220) {
                return "";
            }
        }
        return "";
    }

    private List<String> clean(List<String> lines, String title) {
        List<String> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        // A poem, a list, a notice: where no line reads like prose, nothing tells what is text.
        boolean anyProse = lines.stream().anyMatch(this::isProse);
        int prosaic = 0;
        for (String line : withoutTail(lines)) {
            boolean prose = isProse(line);
            boolean repeat = Script.weight(line) > 25 && !seen.add(BodyFinder.squeeze(line));
            // Before the second paragraph stand place, date and section, as lines or as list items.
            boolean head = anyProse && !prose && (prosaic == 0 || prosaic == 1 && isItem(line));
            if (!phrases.matches(line) && !line.equals(title) && !repeat && !head) {
                kept.add(line);
            }
            prosaic += prose && !line.equals(title) ? 1 : 0;
        }
        return kept;
    }

    /** Everything after the last running text is a list of headlines, a form, a counter. */
    private List<String> withoutTail(List<String> lines) {
        double[] weights = lines.stream().mapToDouble(Script::weight).toArray();
        int limit = Phrases.beforeTail(weights, i -> phrases.beginsTail(lines.get(i)));
        int end = limit;
        while (end > 0 && !isProse(lines.get(end - 1))) {
            end--;
        }
        while (end > 0 && end < limit && isClosing(lines.get(end))) {
            end++;
        }
        return end == 0 ? lines : lines.subList(0, end);
    }

    /** A short last sentence, or a credit in brackets, right after the last running text. */
    private boolean isClosing(String line) {
        boolean sentence = Script.endsSentence(line) && !line.endsWith(":") && Script.words(line) >= 4;
        boolean credit = line.startsWith("(") && line.endsWith(")") && line.length() < 60;
        return (sentence || credit) && !phrases.matches(line);
    }

    static boolean isItem(String line) {
        return line.startsWith("- ") || line.startsWith("• ") || line.startsWith("* ");
    }

    private boolean isProse(String line) {
        boolean item = isItem(line);
        double weight = Script.weight(line);
        boolean closed = Script.endsSentence(line) && !line.endsWith(":");
        return !phrases.matches(line) && (item ? weight > 60 && closed : weight > 160 || weight > 40 && closed);
    }
}
