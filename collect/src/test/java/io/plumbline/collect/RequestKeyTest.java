package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestKeyTest {
    private static String signed(String key, String date) {
        return "AWS4-HMAC-SHA256 Credential=" + key + "/" + date
                + "/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=00ff";
    }

    private static WireRequest request(String query, String target, String authorization, String body) {
        return WireRequest.of("POST", "/", query, target, authorization, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields, List<String> order) {
        return order.stream().map(name -> name + "=" + fields.get(name)).collect(Collectors.joining("&"));
    }

    @Property(tries = 200)
    void neither_the_order_of_parameters_nor_headers_matter(
            @ForAll @Size(max = 8)
                    Map<@AlphaChars @StringLength(min = 1, max = 5) String, @AlphaChars @StringLength(max = 5) String>
                            given,
            @ForAll Random random) {
        Map<String, String> fields = new LinkedHashMap<>(given);
        fields.put("Action", "DescribeVpcs");
        List<String> order = new ArrayList<>(fields.keySet());
        WireRequest one = request("", "", signed("AKIAONE", "20260101"), form(fields, order));
        Collections.shuffle(order, random);
        WireRequest other = request("", "", signed("ASIATWO", "20270707"), form(fields, order));
        assertThat(other.key()).isEqualTo(one.key());
        assertThat(one.key().operation()).isEqualTo("DescribeVpcs");
        WireRequest byUrl = WireRequest.of("GET", "/b", form(fields, order), "", "", new byte[0]);
        Collections.shuffle(order, random);
        assertThat(WireRequest.of("GET", "/b", form(fields, order), "", "", new byte[0])
                        .key())
                .isEqualTo(byUrl.key());
    }

    @Property(tries = 200)
    void the_order_of_json_keys_does_not_matter(
            @ForAll @Size(max = 8) Map<@AlphaChars @StringLength(min = 1, max = 5) String, Integer> fields,
            @ForAll Random random) {
        List<String> order = new ArrayList<>(fields.keySet());
        String one = json(fields, order);
        Collections.shuffle(order, random);
        String other = json(fields, order);
        assertThat(request("", "TrentService.ListKeys", signed("AKIA", "20260101"), other)
                        .key())
                .isEqualTo(request("", "TrentService.ListKeys", signed("AKIB", "20260102"), one)
                        .key());
    }

    private static String json(Map<String, Integer> fields, List<String> order) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        order.forEach(name -> ordered.put(name, fields.get(name)));
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("inner", ordered);
        return JsonMapper.shared().writeValueAsString(outer);
    }

    @Property(tries = 200)
    void another_value_is_another_request(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        RequestKey first = request("", "", signed("A", "20260101"), "Action=X&Marker=" + one)
                .key();
        RequestKey second = request("", "", signed("A", "20260101"), "Action=X&Marker=" + other)
                .key();
        assertThat(first.hash().equals(second.hash())).isEqualTo(one.equals(other));
    }

    @Test
    void region_and_service_come_from_the_signature() {
        RequestKey key = request(
                        "", "TrentService.ListKeys", signed("AKIAX", "20260101").replace("/ec2/", "/kms/"), "{}")
                .key();
        assertThat(key.region()).isEqualTo("eu-west-1");
        assertThat(key.service()).isEqualTo("kms");
        assertThat(key.operation()).isEqualTo("ListKeys");
        assertThat(request("", "", signed("AKIAX", "20260101"), "").accessKey()).contains("AKIAX");
        assertThat(request("", "", "", "").accessKey()).isEmpty();
    }

    @Test
    void an_operation_without_a_name_is_named_by_method_path_and_flag() {
        RequestKey key = WireRequest.of("GET", "/bucket", "versioning", "", "", new byte[0])
                .key();
        assertThat(key.operation()).isEqualTo("get-item-versioning");
    }
}
