package org.pactlens.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pactlens.text.Article;

class AgencyCreditsTest {
    private static final AgencyCredits CREDITS = AgencyCredits.of(Stories.STUDY);

    private static Credit credit(String language, String text) {
        return CREDITS.find(new Article("u", null, language, null, null, null, List.of(), text.replace("|", "\n\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "'GENEVA (AP) — Talks went on.', AP, DATELINE",
        "'GINEBRA (Reuters) - Siguen las negociaciones.', REUTERS, DATELINE",
        "'Skip to content|Share|12 July|Photos|GENEVA (Reuters) - Talks went on.', REUTERS, DATELINE",
        "'Talks went on in Geneva for days.|Source: AFP', AFP, TAIL",
        "'Talks went on in Geneva for days.|With inputs from AP', AP, TAIL",
        "'Talks went on in Geneva for days.|(Yonhap)', YONHAP, TAIL"
    })
    void aCreditIsFoundWhereItStands(String text, String agency, Credit.Position position) {
        Credit credit = credit("en", text);
        assertThat(credit.agencies()).as(text).containsExactly(agency);
        assertThat(credit.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({
        "'Talks went on, Reuters reported on Tuesday.'",
        "'Reuters|Talks went on in Geneva for days and nobody knew when they would end.'",
        "'Source: Reuters and people who know the matter well enough'",
        "'Talks (AP style) went on - and on.'"
    })
    void aNamedSourceOrAPictureCreditIsNone(String text) {
        assertThat(credit("en", text)).as(text).isEqualTo(Credit.NONE);
    }

    @Test
    void aBylineThatStandsInTheTextIsOne() {
        Credit credit = credit("en", "Talks stall|By The Associated Press|" + Stories.text(1, 8));
        assertThat(credit).isEqualTo(new Credit(List.of("AP"), Credit.Position.BYLINE));
    }

    @Test
    void aSentenceThatOffersHelpIsNoCaption() {
        assertThat(credit("zh", "新华社日内瓦6月19日电 会谈继续，一方将提供援助。").agencies()).containsExactly("XINHUA");
    }

    @Test
    void aLineThatEndsInAPictureCreditIsACaption() {
        assertThat(credit("zh", "新华社日内瓦6月19日电 会场。新华社提供。")).isEqualTo(Credit.NONE);
    }

    @Test
    void aMixedCreditNamesAllAgencies() {
        assertThat(credit("en", "Talks went on in Geneva for days.|With inputs from AP, AFP and Reuters")
                        .agencies())
                .containsExactly("AP", "AFP", "REUTERS");
    }
}
