package org.pactlens.extract;

import java.util.List;
import java.util.Locale;

/** Tells articles from pages that are none, and names these. In doubt it says article: a lost text is never found again. */
final class PageKindRule {
    private static final List<String> WALL_WORDS = List.of(
            "just a moment",
            "attention required",
            "are you a robot",
            "are you human",
            "verify you are human",
            "access denied",
            "checking your browser",
            "enable javascript and cookies",
            "ddos protection",
            "captcha",
            "security check",
            "403 forbidden",
            "request blocked",
            "pardon our interruption",
            "доступ ограничен",
            "проверка браузера");
    private static final List<String> ERROR_WORDS = List.of(
            "404",
            "not found",
            "page cannot be found",
            "page doesn't exist",
            "page does not exist",
            "страница не найдена",
            "seite nicht gefunden",
            "page introuvable",
            "página no encontrada",
            "pagina non trovata",
            "nie znaleziono",
            "ページが見つかりません",
            "페이지를 찾을 수 없",
            "找不到页面",
            "找不到網頁",
            "页面不存在",
            "500 internal",
            "502 bad gateway",
            "503 service",
            "gateway time-out",
            "internal server error");

    /** From this expected F1 on the chosen text is one article, however many links surround it. */
    private static final double SURE = 0.65;

    private PageKindRule() {}

    /** @param found the chosen text, may be empty, and how sure the choice is */
    static PageKind of(
            String url,
            String title,
            PageMeta meta,
            StructuredData data,
            PageTree tree,
            BodyFinder.Body found,
            DateBasis date) {
        List<Block> body = found.blocks();
        double prose = body.stream().mapToDouble(Block::prose).sum();
        Region root = tree.regions.get(0);
        String head = (title + ' ' + meta.title()).toLowerCase(Locale.ROOT);
        if (root.weight < 4000 && prose < 1500 && WALL_WORDS.stream().anyMatch(head::contains)) {
            return PageKind.WALL;
        }
        if (prose < 700 && ERROR_WORDS.stream().anyMatch(head::contains)) {
            return PageKind.ERROR;
        }
        if (data.types().contains("liveblogposting")) {
            return PageKind.LIVE;
        }
        if (isFrontAddress(url) && root.linkWeight > 0.35 * root.weight && root.links > 40) {
            return PageKind.FRONT;
        }
        boolean articleType = data.types().stream().anyMatch(t -> t.endsWith("article") || t.endsWith("blogposting"));
        String ogType = meta.first("og:type");
        boolean stated = articleType
                || "article".equalsIgnoreCase(ogType)
                || date == DateBasis.STRUCTURED
                || date == DateBasis.META;
        if (!stated && found.expectedF1() < SURE && looksLikeList(root, tree, prose, date)) {
            return PageKind.LIST;
        }
        if (body.isEmpty()) {
            return PageKind.OTHER;
        }
        boolean paid = data.paywalled() || tree.regions.stream().anyMatch(r -> (r.own & Mark.PAYWALL.bit) != 0);
        if (paid && prose < 1200) {
            return PageKind.STUB;
        }
        boolean video =
                ogType != null && ogType.startsWith("video") || data.types().contains("videoobject") && !articleType;
        return video && prose < 900 ? PageKind.VIDEO : PageKind.ARTICLE;
    }

    /** Most of the page's characters are links, and the running text is small beside them; a stated date speaks for an article. */
    private static boolean looksLikeList(Region root, PageTree tree, double prose, DateBasis date) {
        if (prose > 1500 || date != DateBasis.NONE) {
            return false;
        }
        double linkShare = root.linkWeight / Math.max(1, root.weight);
        if (prose < 600 && root.links > 60 && linkShare > 0.45) {
            return true;
        }
        long linkedHeadings = tree.blocks.stream()
                .filter(b -> b.isHeading() && b.linkShare() > 0.8 && (b.region.marks & Mark.JUNK) == 0)
                .count();
        return linkedHeadings >= 10 && prose < 0.5 * root.linkWeight;
    }

    private static boolean isFrontAddress(String url) {
        int start = url.indexOf("//");
        int slash = url.indexOf('/', start < 0 ? 0 : start + 2);
        String path = slash < 0 ? "/" : url.substring(slash).toLowerCase(Locale.ROOT);
        return path.equals("/") || path.startsWith("/index.") || path.startsWith("/?") || path.matches("/[a-z]{2}/?");
    }
}
