package org.pactlens.extract.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pactlens.extract.DocumentText;
import org.pactlens.extract.ExtractionError;

/**
 * The words between parent and child: big-endian lengths, UTF-8 strings, no Java serialisation. A string is its length in
 * bytes (-1 for null) and its bytes. The parent checks every length: the child has read hostile bytes.
 */
final class Frames {
    static final int READY = 0x50434B31;
    private static final int MAX_FIELD = 16 * 1024 * 1024;
    private static final int MAX_AUTHORS = 100;

    private Frames() {}

    record Request(String mediaType, String name, int outputChars, long millis, byte[] bytes) {}

    static void write(DataOutputStream out, Request request) throws IOException {
        string(out, request.mediaType);
        string(out, request.name);
        out.writeInt(request.outputChars);
        out.writeLong(request.millis);
        out.writeInt(request.bytes.length);
        out.write(request.bytes);
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        String type = string(in);
        String name = string(in);
        int outputChars = in.readInt();
        long millis = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new Request(type, name, outputChars, millis, bytes);
    }

    static void write(DataOutputStream out, DocumentText answer) throws IOException {
        string(out, answer.mediaType());
        string(out, answer.title());
        out.writeInt(Math.min(MAX_AUTHORS, answer.authors().size()));
        for (String author : answer.authors()
                .subList(0, Math.min(MAX_AUTHORS, answer.authors().size()))) {
            string(out, author);
        }
        out.writeLong(
                answer.created() == null ? Long.MIN_VALUE : answer.created().toEpochMilli());
        string(out, answer.language());
        string(out, answer.text());
        out.writeBoolean(answer.truncated());
        string(out, answer.error() == null ? null : answer.error().name());
        out.flush();
    }

    static DocumentText readAnswer(DataInputStream in) throws IOException {
        String type = string(in);
        String title = string(in);
        int authors = bounded(in.readInt(), MAX_AUTHORS);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < authors; i++) {
            names.add(string(in));
        }
        long created = in.readLong();
        String language = string(in);
        String text = string(in);
        boolean truncated = in.readBoolean();
        String error = string(in);
        return new DocumentText(
                type,
                title,
                names,
                created == Long.MIN_VALUE ? null : Instant.ofEpochMilli(created),
                language,
                text,
                truncated,
                error == null ? null : ExtractionError.valueOf(error));
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        return new String(in.readNBytes(bounded(length, MAX_FIELD)), StandardCharsets.UTF_8);
    }

    private static int bounded(int length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException("length " + length + " outside 0.." + most);
        }
        return length;
    }
}
