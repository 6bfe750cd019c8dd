package org.pactlens.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private static final LanguageDetector DETECTOR = LanguageDetector.create();

    @ParameterizedTest
    @CsvSource({
        "en, The two leaders signed the agreement after a long round of talks.",
        "ru, Президент подписал договор после долгих переговоров с лидером соседней страны.",
        "uk, Президент підписав угоду після довгих переговорів із лідером сусідньої країни.",
        "ko, 두 정상은 오랜 회담 끝에 협정에 서명했다.",
        "zh, 两国领导人在长时间会谈后签署了协议。",
        "ja, 両首脳は長い会談の後、協定に署名した。",
        "es, Los dos líderes firmaron el acuerdo después de una larga ronda de conversaciones.",
        "fr, Les deux dirigeants ont signé l'accord après une longue série d'entretiens.",
        "de, Die beiden Staatschefs unterzeichneten das Abkommen nach langen Gesprächen.",
        "ar, وقع الزعيمان الاتفاق بعد جولة طويلة من المحادثات في العاصمة.",
        "tr, İki lider uzun görüşmelerin ardından anlaşmayı imzaladı.",
        "vi, Hai nhà lãnh đạo đã ký thỏa thuận sau một vòng đàm phán kéo dài.",
        "id, Kedua pemimpin menandatangani perjanjian itu setelah perundingan yang panjang di ibu kota.",
        "he, שני המנהיגים חתמו על ההסכם לאחר סבב ארוך של שיחות בעיר הבירה.",
        "pl, Obaj przywódcy podpisali porozumienie po długich rozmowach.",
        "el, Οι δύο ηγέτες υπέγραψαν τη συμφωνία μετά από μακρές συνομιλίες."
    })
    void aSentenceIsEnough(String language, String text) {
        assertThat(DETECTOR.detect(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"12345", "'?!'", "'ok'"})
    void tooLittleTextHasNoLanguage(String text) {
        assertThat(DETECTOR.detect(text).language()).isNull();
    }
}
