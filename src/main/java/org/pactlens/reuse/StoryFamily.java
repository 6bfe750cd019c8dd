package org.pactlens.reuse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pactlens.study.Settings;

/** One family: which article is the origin and what the others are to it. */
final class StoryFamily {
    /** By how much more of the others' text an article must hold than they of its own to be the one they cut. */
    private static final double FULLER = 0.05;

    private final List<Node> members;
    private final Set<String> ids = new HashSet<>();
    private final Function<String, List<Link>> links;
    private final Predicate<String> isCopied;
    private final Settings.Reuse settings;

    /**
     * @param members sorted by time, the unknown last, then id
     * @param links of an article
     * @param isCopied whether an article is in a family of several
     */
    StoryFamily(
            List<Node> members,
            Function<String, List<Link>> links,
            Predicate<String> isCopied,
            Settings.Reuse settings) {
        this.members = members;
        this.links = links;
        this.isCopied = isCopied;
        this.settings = settings;
        members.forEach(member -> ids.add(member.id()));
    }

    List<Traced> traced() {
        if (members.size() == 1) {
            return List.of(single(members.get(0)));
        }
        Node origin = origin().orElse(null);
        String agency = agency(origin);
        List<Traced> traced = new ArrayList<>();
        for (Node member : members) {
            Optional<Link> link = link(member, origin);
            Traced.Role role = member == origin
                    ? Traced.Role.ORIGINAL
                    : link.map(l -> role(member, l)).orElse(Traced.Role.EDITED);
            double containment =
                    member == origin ? 0 : link.map(l -> l.shareOf(member.id())).orElse(0.0);
            boolean derived = origin != null && member != origin;
            traced.add(traced(member, role, derived ? origin.id() : null, containment, agency));
        }
        return traced;
    }

    /** The link to the origin; where the two were never compared, the closest in the family. */
    private Optional<Link> link(Node member, Node origin) {
        List<Link> inside = links.apply(member.id()).stream()
                .filter(link -> ids.contains(link.other(member.id())))
                .toList();
        return inside.stream()
                .filter(link -> origin != null && link.other(member.id()).equals(origin.id()))
                .findFirst()
                .or(() -> inside.stream().max(closeness(member.id())));
    }

    private static Comparator<Link> closeness(String id) {
        return Comparator.comparingDouble((Link link) -> link.shareOf(id)).thenComparing(link -> link.other(id));
    }

    private Traced.Role role(Node member, Link link) {
        if (link.kind() == Link.Kind.TRANSLATION) {
            return Traced.Role.TRANSLATION;
        }
        double own = link.shareOf(member.id());
        double origin = link.shareOf(link.other(member.id()));
        if (own >= settings.verbatimShare() && origin >= settings.verbatimOriginShare()) {
            return Traced.Role.VERBATIM;
        }
        return own >= settings.editedShare() || link.kind() != Link.Kind.REWRITE
                ? Traced.Role.EDITED
                : Traced.Role.REWRITE;
    }

    /** By credit the agency's own page; else by time; where times do not tell, the text that the others cut. */
    private Optional<Node> origin() {
        Set<String> credited =
                members.stream().flatMap(m -> m.credited().stream()).collect(Collectors.toSet());
        List<Node> pages = members.stream()
                .filter(m -> m.agency() != null && (credited.contains(m.agency()) || m.moment() == null))
                .toList();
        List<Node> candidates = pages.isEmpty() ? members : pages;
        List<Node> open = candidates.stream()
                .filter(m -> candidates.stream().noneMatch(other -> Moment.isBefore(other.moment(), m.moment())))
                .toList();
        List<Node> dated = open.stream().filter(m -> m.moment() != null).toList();
        boolean equal =
                dated.size() > 1 && dated.stream().allMatch(m -> m.moment().isExact());
        return equal
                ? Optional.empty()
                : fullest(open).or(() -> dated.size() == 1 ? dated.stream().findFirst() : Optional.empty());
    }

    /** The only one, or one that holds clearly more of the others than they hold of it. */
    private Optional<Node> fullest(List<Node> open) {
        Node fullest = open.stream()
                .max(Comparator.comparingDouble(this::fullness).thenComparing(Node::id))
                .orElseThrow();
        return open.stream().filter(m -> m != fullest).allMatch(m -> fullness(fullest) >= fullness(m) + FULLER)
                ? Optional.of(fullest)
                : Optional.empty();
    }

    /** How much more the others lack of this article than it lacks of them; -1..1. */
    private double fullness(Node member) {
        return links.apply(member.id()).stream()
                .filter(link -> ids.contains(link.other(member.id())))
                .mapToDouble(link -> link.shareOf(link.other(member.id())) - link.shareOf(member.id()))
                .average()
                .orElse(0);
    }

    /** An article alone may still draw its quotations from another. */
    private Traced single(Node member) {
        Optional<Link> quoted = links.apply(member.id()).stream()
                .filter(link -> link.kind() == Link.Kind.QUOTATIONS && isLater(member, link))
                .max(Comparator.comparingInt(Link::quotedWords).thenComparing(link -> link.other(member.id())));
        return quoted.map(link -> traced(
                        member, Traced.Role.QUOTE_ONLY, link.other(member.id()), link.shareOf(member.id()), null))
                .orElseGet(() -> traced(member, Traced.Role.ALONE, null, 0, null));
    }

    /** Where times do not tell who quotes whom, a story that others copied is taken for the source. */
    private boolean isLater(Node member, Link link) {
        if (link.direction() != Link.Direction.UNKNOWN) {
            return link.targetId().equals(member.id());
        }
        return link.lagSeconds() == null && isCopied.test(link.other(member.id()));
    }

    private String agency(Node origin) {
        if (origin != null && origin.agency() != null) {
            return origin.agency();
        }
        Set<String> credits = members.stream()
                .filter(member -> !member.credited().isEmpty())
                .map(StoryFamily::credit)
                .collect(Collectors.toSet());
        return credits.size() == 1 ? credits.iterator().next() : null;
    }

    private static String credit(Node member) {
        return String.join("/", member.credited());
    }

    private Traced traced(Node member, Traced.Role role, String origin, double containment, String agency) {
        boolean own = !member.credited().isEmpty();
        String wire = own ? credit(member) : agency;
        Traced.WireBasis basis = own ? Traced.WireBasis.CREDIT : wire == null ? null : Traced.WireBasis.TEXT;
        return new Traced(
                member.id(), members.get(0).id(), role, origin, containment, wire, basis, members.size(), span());
    }

    private long span() {
        List<Instant> times =
                members.stream().map(Node::publishedAt).filter(Objects::nonNull).toList();
        return times.isEmpty()
                ? 0
                : Duration.between(times.get(0), times.get(times.size() - 1)).toSeconds();
    }
}
