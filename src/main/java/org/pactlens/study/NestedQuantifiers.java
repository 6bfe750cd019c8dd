package org.pactlens.study;

import java.util.ArrayDeque;
import java.util.Deque;

/** Finds regular expressions that can take exponential time: a repeated group with an open repetition inside. */
final class NestedQuantifiers {
    private NestedQuantifiers() {}

    /** Whether a group that is repeated more than once holds {@code *}, {@code +} or <code>{n,}</code>. */
    static boolean in(String regex) {
        Deque<Boolean> outer = new ArrayDeque<>();
        boolean open = false;
        int inClass = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass++;
            } else if (c == ']' && inClass > 0) {
                inClass--;
            } else if (inClass > 0) {
                continue;
            } else if (c == '(') {
                outer.push(open);
                open = false;
            } else if (c == ')' && !outer.isEmpty()) {
                if (open && repeats(regex, i + 1)) {
                    return true;
                }
                open |= outer.pop();
            } else {
                open |= unbounded(regex, i);
            }
        }
        return false;
    }

    private static boolean unbounded(String regex, int at) {
        char c = regex.charAt(at);
        return c == '*' || c == '+' && at > 0 && "*+?}".indexOf(regex.charAt(at - 1)) < 0 || openBraces(regex, at);
    }

    private static boolean openBraces(String regex, int at) {
        int end = regex.charAt(at) == '{' ? regex.indexOf('}', at) : -1;
        return end > 0 && regex.charAt(end - 1) == ',';
    }

    private static boolean repeats(String regex, int at) {
        if (at >= regex.length()) {
            return false;
        }
        char c = regex.charAt(at);
        return c == '*' || c == '+' || c == '{' && !regex.startsWith("{0,1}", at) && !regex.startsWith("{1}", at);
    }
}
