package io.plumbline.server;

/** The page for somebody who could not be signed in. It stands by itself: the site is for those who are in. */
final class RefusalPage {
    private RefusalPage() {}

    static String of(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                <body style="font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem">
                <h1 style="font-size: 1.4rem">%1$s</h1>
                <p>%2$s</p>
                <p><a href="/">Back to sign-in</a></p>
                </body>
                </html>
                """
                .formatted(escaped(problem.title()), escaped(problem.detail()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
