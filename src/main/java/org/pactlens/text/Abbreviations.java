package org.pactlens.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that are written with a full stop which ends no sentence, by language. In small letters, without the stop. */
final class Abbreviations {
    /** Understood in any language with the Latin script: titles and the like travel with names. */
    private static final Set<String> LATIN =
            words("mr mrs ms dr prof st gen col lt sgt capt maj adm sen rep gov vs no nr");

    private static final Map<String, Set<String>> BY_LANGUAGE = byLanguage();

    /** Languages that write ordinal numbers with a full stop. */
    private static final Set<String> STOP_AFTER_ORDINALS =
            words("de tr az hu cs sk pl fi et lv lt no nb nn da sl hr bs sr is fo lb");

    private Abbreviations() {}

    private static Map<String, Set<String>> byLanguage() {
        Map<String, Set<String>> map = new HashMap<>();
        map.put(
                "en",
                words(
                        "jr sr brig cmdr cpl pvt pres sec hon rev msgr fr sir jan feb mar apr jun jul aug sept sep oct nov"
                                + " dec art arts sect para fig figs vol ed eds cf eg ie approx inc ltd co corp bros dept univ ave"
                                + " blvd mt ft messrs"));
        map.put(
                "de",
                words("ca bzw z.b d.h u.a o.ä v.a s.o s.u z.t i.d.r evtl ggf inkl exkl abs art bd nr mio mrd tsd str"
                        + " hr fr frl hrsg vgl sog allg geb gest jan feb mär apr jun jul aug sept okt nov dez mag ing"
                        + " dipl st chr lfd stv"));
        map.put(
                "fr",
                words("m mm mme mmes mlle me mgr art av bd cf etc p pp env éd n fig chap janv févr avr juil sept oct"));
        map.put(
                "es",
                words("sr sra sres srta d dña dra lic ing arq gral cnel tte cap art arts pág págs núm núms vol cf aprox"
                        + " av avda ud uds ee"));
        map.put("pt", words("sr sra srs dra d exmo art arts pág núm av eng gen cel pe"));
        map.put("it", words("sig sigg dott dott.ssa avv ing on art pag cfr ecc es mons gen"));
        map.put("nl", words("dhr mevr mr ir ing drs art blz ca bijv d.w.z o.a nl enz"));
        map.put("pl", words("r ul al pl prof dr mgr inż art ust pkt nr tys mln mld np m.in tzw ok św gen płk im godz"));
        map.put(
                "ru",
                words(
                        "г гг им т.е т.н т.к ст п пп пр ул д др см с стр тыс млн млрд руб долл кв км о оз р св ген полк гл"
                                + " акад проф доц рис тел"));
        map.put(
                "uk",
                words(
                        "м ім т.зв ст п пп вул буд див с стор тис млн млрд грн дол кв км оз св ген полк гл акад проф доц"));
        map.put("be", words("г гг ім ст п вул млн млрд тыс"));
        map.put("bg", words("г гр ул бул проф д-р инж чл ал стр млн млрд хил"));
        map.put("sr", words("бр чл ст г др проф br čl st g dr prof"));
        map.put("tr", words("doç av alb gen org korg tümg yrd öğr gör sn hz bkz vb vd cad sok mah apt no"));
        map.put("vi", words("tp ths ts gs pgs bs ông q p tx h tr"));
        map.put("ar", words("د أ م ص ق ه"));
        map.put("sv", words("bl.a d.v.s t.ex m.m s.k ca kl nr"));
        return Map.copyOf(map);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(new HashSet<>(List.of(list.split(" "))));
    }

    /** @param word the letters before the stop, inner stops included */
    static boolean holds(String language, String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return LATIN.contains(small)
                || BY_LANGUAGE.getOrDefault(language, Set.of()).contains(small);
    }

    static boolean stopsAfterOrdinals(String language) {
        return STOP_AFTER_ORDINALS.contains(language);
    }
}
