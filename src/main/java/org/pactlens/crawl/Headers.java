package org.pactlens.crawl;

import java.util.List;
import java.util.Objects;

/** Header fields in the order of the record. Names keep their case, look-ups ignore it. */
public record Headers(List<Field> fields) {
    /** No field at all. */
    public static final Headers NONE = new Headers(List.of());

    /** One field; a folded value is joined by single blanks. */
    public record Field(String name, String value) {
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public Headers {
        fields = List.copyOf(fields);
    }

    /** The first value of that name, trimmed; null where there is none. */
    public String first(String name) {
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return field.value;
            }
        }
        return null;
    }

    /** All values of that name. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }
}
