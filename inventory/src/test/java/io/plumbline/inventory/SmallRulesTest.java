package io.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.snapshot.Column;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallRulesTest {
    @ParameterizedTest
    @CsvSource({
        "aws_iam_role, create_date",
        "aws_s3_bucket, creation_date",
        "aws_rds_db_snapshot, snapshot_create_time",
        "aws_rds_db_instance, instance_create_time",
        "aws_rds_db_cluster_snapshot, snapshot_create_time",
        "aws_ec2_instance, launch_time",
        "aws_ebs_snapshot, start_time",
        "aws_cloudwatch_log_group, creation_time",
        "aws_elasticache_replication_group, replication_group_create_time",
        "aws_iam_server_certificate, upload_date"
    })
    void the_column_of_the_creation_time_is_found_by_its_name(String table, String column) {
        assertThat(CreationTime.column(World.TYPES.table(table).orElseThrow()).map(Column::name))
                .contains(column);
    }

    @Test
    void a_table_without_such_a_column_has_no_creation_time() {
        assertThat(CreationTime.column(World.TYPES.table("aws_vpc").orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vpc-0a1b2c3d",
                "i-509803ddb53468be3",
                "tgw-rtb-0123456789abcdef0",
                "eipalloc-12345678",
                "ou-ab12-1a2b3c4d",
                "o-a1b2c3d4e5",
                "4ab1b7f9-63e7-4cd6-9710-b5b6d905c4d4",
                "r-ab12"
            })
    void ids_are_known_by_their_shape(String id) {
        assertThat(id).matches(ReferenceTable.ID);
    }

    @Property
    void words_without_digits_of_an_id_are_none(
            @ForAll @CharRange(from = 'g', to = 'z') @StringLength(min = 1, max = 12) String first,
            @ForAll @CharRange(from = 'g', to = 'z') @StringLength(min = 1, max = 12) String second) {
        assertThat(first + "-" + second)
                .satisfiesAnyOf(
                        id -> assertThat(id).doesNotMatch(ReferenceTable.ID),
                                id -> assertThat(id).startsWith("r-"),
                        id -> assertThat(id).startsWith("o-"),
                                id -> assertThat(id).startsWith("p-"));
    }

    @Property
    void every_id_of_eight_or_seventeen_hexadecimal_digits_is_one(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 10) String prefix,
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'f') @StringLength(17) String digits) {
        assertThat(prefix + "-" + digits).matches(ReferenceTable.ID);
        assertThat(prefix + "-" + digits.substring(0, 8)).matches(ReferenceTable.ID);
    }

    @Test
    void a_name_is_looked_up_only_where_one_type_alone_is_called_so() {
        Nouns nouns = Nouns.of(List.of(
                World.TYPES.table("aws_s3_bucket").orElseThrow(),
                World.TYPES.table("aws_iam_group").orElseThrow(),
                World.TYPES.table("aws_vpc_security_group").orElseThrow(),
                World.TYPES.table("aws_cloudwatch_log_group").orElseThrow()));
        assertThat(nouns.at("logging.target_bucket")).contains("aws_s3_bucket");
        assertThat(nouns.at("s3_bucket_name")).contains("aws_s3_bucket");
        assertThat(nouns.at("log_group_name")).contains("aws_cloudwatch_log_group");
        assertThat(nouns.at("groups[].group_name")).isEmpty();
        assertThat(nouns.at("description")).isEmpty();
    }

    @Test
    void every_known_account_has_an_owner_and_a_source() {
        assertThat(KnownAccounts.load().size()).isGreaterThan(400);
        assertThat(KnownAccounts.load().of("464622532012"))
                .contains(new KnownAccounts.Known(false, "Datadog", "known"));
        assertThat(KnownAccounts.load().of("127311923021").orElseThrow().aws()).isTrue();
        assertThatThrownBy(() -> KnownAccounts.of(List.of("vendor | Nobody | known | 12345")))
                .hasMessageContaining("'12345' is no account id");
        assertThatThrownBy(() -> KnownAccounts.of(List.of("friend | Nobody | known | 123456789012")))
                .hasMessageContaining("class | name | source | ids");
    }
}
