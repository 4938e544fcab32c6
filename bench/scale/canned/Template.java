package canned;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Canned bytes with places to fill: {@code {{account}}}, {@code {{region}}}, {@code {{n}}} (the row's number), {@code {{id}}} and {@code
 * {{id0}}} (seventeen hex digits for the row and for row 0), {@code {{param NAME}}} (of the request), {@code {{rows AMOUNT PAGE}}…{{end}}}
 * (AMOUNT is a number or a multiple of the size, such as {@code 2*size}), {@code {{comma}}} (between rows), {@code {{more}}…{{next}}…{{end}}}
 * (if there is another page), {@code {{base64}}…{{end}}}.
 */
final class Template {
    private static final Pattern MARK =
            Pattern.compile("\\{\\{(account|region|n|id0|id|comma|next|more|end|base64|param \\w+|rows \\S+ \\d+)}}");

    private final List<Part> parts;

    /** What one answer hangs on. */
    record Filling(String account, String region, int number, int page, int pages, boolean first, Request request, int size) {
        Filling row(int row, int of, boolean isFirst) {
            return new Filling(account, region, row, page, of, isFirst, request, size);
        }
    }

    @FunctionalInterface
    private interface Part {
        void write(Filling filling, ByteArrayOutputStream out);
    }

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    static Template of(String text) {
        Matcher mark = MARK.matcher(text);
        Cursor cursor = new Cursor(text, mark);
        return new Template(cursor.parts(paging(text)));
    }

    private record Paging(String amount, int perPage) {
        int pages(int size) {
            return Math.max(1, -Math.floorDiv(-rows(size), perPage));
        }

        int rows(int size) {
            if (!amount.contains("size")) {
                return Integer.parseInt(amount);
            }
            return amount.contains("*") ? Integer.parseInt(amount.substring(0, amount.indexOf('*'))) * size : size;
        }
    }

    private static Paging paging(String text) {
        Matcher rows = Pattern.compile("\\{\\{rows (\\S+) (\\d+)}}").matcher(text);
        return rows.find() ? new Paging(rows.group(1), Integer.parseInt(rows.group(2))) : new Paging("1", 1);
    }

    byte[] fill(String account, String region, Request request, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        write(parts, new Filling(account, region, 0, request.page(), 1, true, request, size), out);
        return out.toByteArray();
    }

    private static void write(List<Part> parts, Filling filling, ByteArrayOutputStream out) {
        for (Part part : parts) {
            part.write(filling, out);
        }
    }

    private static void put(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void id(Filling filling, int row, ByteArrayOutputStream out) {
        long account = Long.parseLong(filling.account()) - Organization.FIRST;
        put(out, String.format("%05x%02x%010x", account & 0xfffff, Math.max(0, Organization.REGIONS.indexOf(filling.region())), row));
    }

    private record Cursor(String text, Matcher mark) {
        List<Part> parts(Paging paging) {
            List<Part> parts = new ArrayList<>();
            int from = mark.hasMatch() ? mark.end() : 0;
            while (mark.find()) {
                literal(parts, text.substring(from, mark.start()));
                String name = mark.group(1);
                if (name.equals("end")) {
                    return parts;
                }
                parts.add(part(name, paging));
                from = mark.hasMatch() ? mark.end() : text.length();
            }
            literal(parts, text.substring(from));
            return parts;
        }

        private static void literal(List<Part> parts, String literal) {
            if (!literal.isEmpty()) {
                byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
                parts.add((filling, out) -> out.writeBytes(bytes));
            }
        }

        private Part part(String name, Paging paging) {
            return switch (name.split(" ")[0]) {
                case "account" -> (filling, out) -> put(out, filling.account());
                case "region" -> (filling, out) -> put(out, filling.region());
                case "n" -> (filling, out) -> put(out, String.valueOf(filling.number()));
                case "id" -> (filling, out) -> id(filling, filling.number(), out);
                case "id0" -> (filling, out) -> id(filling, 0, out);
                case "comma" -> (filling, out) -> put(out, filling.first() ? "" : ",");
                case "next" -> (filling, out) -> put(out, "page-" + (filling.page() + 1));
                case "param" -> (filling, out) -> put(out, filling.request().parameter(name.substring(6)));
                case "more" -> {
                    List<Part> inner = parts(paging);
                    yield (filling, out) -> {
                        if (filling.page() + 1 < paging.pages(filling.size())) {
                            Template.write(inner, filling, out);
                        }
                    };
                }
                case "base64" -> {
                    List<Part> inner = parts(paging);
                    yield (filling, out) -> {
                        ByteArrayOutputStream plain = new ByteArrayOutputStream();
                        Template.write(inner, filling, plain);
                        out.writeBytes(Base64.getEncoder().encode(plain.toByteArray()));
                    };
                }
                default -> {
                    List<Part> inner = parts(paging);
                    yield (filling, out) -> {
                        int first = filling.page() * paging.perPage();
                        int last = Math.min(first + paging.perPage(), paging.rows(filling.size()));
                        for (int row = first; row < last; row++) {
                            Template.write(inner, filling.row(row, last, row == first), out);
                        }
                    };
                }
            };
        }
    }
}
