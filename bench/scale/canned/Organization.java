package canned;

import java.util.List;

/** Who is there: a management account and N others in ten organizational units, and 17 regions (those that need no opt-in). */
record Organization(int accounts, int size) {
    static final long FIRST = 100_000_000_000L;
    static final int UNITS = 10;
    private static final int PAGE = 20;

    static final List<String> REGIONS = List.of(
            "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2",
            "ap-northeast-3", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-1", "eu-west-2",
            "eu-west-3", "eu-north-1", "sa-east-1");

    /** The account whose key signed: assumed roles' keys hold its id. */
    static String accountOf(String accessKey) {
        return accessKey.startsWith("ASIA") && accessKey.length() == 20 ? accessKey.substring(4, 16) : String.valueOf(FIRST);
    }

    String units(String parent) {
        StringBuilder json = new StringBuilder("{\"OrganizationalUnits\":[");
        for (int unit = 0; unit < (parent.equals("r-root") ? UNITS : 0); unit++) {
            json.append(unit == 0 ? "" : ",")
                    .append("{\"Id\":\"ou-root-unit000" + unit + "\",\"Arn\":\"arn:aws:organizations::ou/" + unit
                            + "\",\"Name\":\"Unit " + unit + "\"}");
        }
        return json.append("]}").toString();
    }

    /** The management account stands in the root; the others are dealt out to the units in turn, twenty a page. */
    String accounts(String parent, int page) {
        if (parent.equals("r-root")) {
            return "{\"Accounts\":[" + account(0) + "]}";
        }
        int unit = parent.charAt(parent.length() - 1) - '0';
        StringBuilder json = new StringBuilder("{\"Accounts\":[");
        int first = page * PAGE;
        int index = 0;
        int shown = 0;
        boolean more = false;
        for (int account = unit + 1; account <= accounts; account += UNITS, index++) {
            if (index >= first + PAGE) {
                more = true;
                break;
            }
            if (index >= first) {
                json.append(shown++ == 0 ? "" : ",").append(account(account));
            }
        }
        return json.append("]").append(more ? ",\"NextToken\":\"page-" + (page + 1) + "\"}" : "}").toString();
    }

    private static String account(int index) {
        String id = String.valueOf(FIRST + index);
        return "{\"Id\":\"" + id + "\",\"Arn\":\"arn:aws:organizations::account/" + id + "\",\"Name\":\"account-" + index
                + "\",\"Email\":\"a" + index + "@bench.example\",\"JoinedMethod\":\"CREATED\",\"JoinedTimestamp\":1672531200,"
                + "\"Status\":\"ACTIVE\"}";
    }
}
