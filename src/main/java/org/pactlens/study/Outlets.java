package org.pactlens.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outlets that a study knows. */
public final class Outlets implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, Outlet> byDomain;

    /** @throws IllegalStateException where two outlets share a domain */
    public Outlets(List<Outlet> outlets) {
        byDomain = outlets.stream()
                .collect(Collectors.toMap(
                        Outlet::domain,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException("two outlets at " + a.domain());
                        },
                        LinkedHashMap::new));
    }

    /** In the order of the file. */
    public List<Outlet> all() {
        return List.copyOf(byDomain.values());
    }

    /** The outlet whose domain is the host or its longest parent domain. Case, a port and a final dot do not count. */
    public Optional<Outlet> ofHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int port = name.indexOf(':');
        name = port < 0 ? name : name.substring(0, port);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (int dot = -1; ; ) {
            Outlet outlet = byDomain.get(name.substring(dot + 1));
            if (outlet != null) {
                return Optional.of(outlet);
            }
            dot = name.indexOf('.', dot + 1);
            if (dot < 0) {
                return Optional.empty();
            }
        }
    }
}
