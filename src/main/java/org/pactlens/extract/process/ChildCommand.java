package org.pactlens.extract.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.pdf.PDFParser;

/**
 * How the child is started: the same Java, the jars that hold our and Tika's classes first, then the parent's class path.
 * On a cluster our jar is loaded by a class loader of Spark's and stands in no class path, and the libraries that the
 * jar leaves out lie on the parent's; so both are needed.
 */
final class ChildCommand {
    private ChildCommand() {}

    static ProcessBuilder of(ProcessLimits limits) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + limits.heapMebibytes() + "m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Dlog4j2.level=OFF",
                DocumentChild.class.getName(),
                Integer.toString(limits.stackMebibytes())));
        builder.environment().clear();
        // By environment, not by argument: a single argument is limited to 128 KiB on Linux, and a class path may be
        // long.
        builder.environment().put("CLASSPATH", classPath());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }

    static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type : List.of(DocumentChild.class, AutoDetectParser.class, PDFParser.class)) {
            String home = home(type);
            if (home != null) {
                entries.add(home);
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException notAFile) {
            return null;
        }
    }
}
