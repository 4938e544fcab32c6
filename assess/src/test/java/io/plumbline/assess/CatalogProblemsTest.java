package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a catalog folder must not hold, and in which words it is refused. */
class CatalogProblemsTest {
    @TempDir
    private Path root;

    private AbstractThrowableAssert<?, ? extends Throwable> refused(RuleFolder folder) {
        return assertThatThrownBy(folder::catalog).isInstanceOf(BadInput.class);
    }

    @Test
    void a_right_folder_loads() {
        Rule rule = new RuleFolder(root).catalog().rule("mine");
        assertThat(rule.service()).isEqualTo("test");
        assertThat(rule.missing()).isEqualTo(Missing.EACH);
        assertThat(rule.builtIn()).isFalse();
    }

    @Test
    void a_users_folder_stands_beside_the_built_in_rules_and_cannot_replace_them() {
        new RuleFolder(root);
        Catalog both = Catalog.load(Optional.of(root));
        assertThat(both.rule("mine").builtIn()).isFalse();
        assertThat(both.rule("vpc-flow-logs").builtIn()).isTrue();
        new RuleFolder(root)
                .write("rules/test/vpc-flow-logs/rule.yaml", RuleFolder.YAML)
                .write("rules/test/vpc-flow-logs/rule.sql", RuleFolder.SQL)
                .write("rules/test/vpc-flow-logs/cases.yaml", RuleFolder.CASES);
        assertThatThrownBy(() -> Catalog.load(Optional.of(root)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is a rule 'vpc-flow-logs' already, at catalog/rules/vpc/vpc-flow-logs");
    }

    @Test
    void a_folder_of_another_shape() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        assertThatThrownBy(() -> Catalog.of(empty))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rules/SERVICE/RULE-ID/rule.yaml");
        refused(new RuleFolder(root).write("rules/test/stray.yaml", "x: y"))
                .hasMessageContaining("rules/SERVICE/RULE-ID/");
        Files.delete(root.resolve("rules/test/stray.yaml"));
        refused(new RuleFolder(root).write("rules/test/other/rule.sql", "select 1"))
                .hasMessageContaining("there is no rule.yaml");
        Files.delete(root.resolve("rules/test/other/rule.sql"));
        Files.write(root.resolve("rules/test/mine/rule.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> Catalog.of(root)).isInstanceOf(BadInput.class).hasMessageContaining("not UTF-8");
    }

    @Test
    void an_unknown_key_names_the_nearest_and_the_line() {
        refused(new RuleFolder(root).yaml(RuleFolder.YAML + "paramters: {}\n"))
                .hasMessageContaining(
                        "rules/test/mine/rule.yaml:12: unknown key 'paramters'. Did you mean 'parameters'?");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML.replace("  cli:", "  shell:")))
                .hasMessageContaining("unknown key 'shell'");
    }

    @Test
    void a_missing_key_a_wrong_type_and_a_key_twice() {
        refused(new RuleFolder(root).yaml(RuleFolder.YAML.replace("why: Why it matters.\n", "")))
                .hasMessageContaining("the key 'why' is missing");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML.replace("title: Mine", "title: [Mine]")))
                .hasMessageContaining(":1: 'title' must be text, not a list");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML.replace("title: Mine", "title: 12")))
                .hasMessageContaining("put it in quotes");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML.replace("severity: low", "severity: bad")))
                .hasMessageContaining("must be one of informational, low, medium, high, critical");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML + "unit: again\n"))
                .hasMessageContaining("the key 'unit' stands here twice");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML + "attestable: yes\n"))
                .hasMessageContaining("must be true or false");
        refused(new RuleFolder(root).yaml(RuleFolder.YAML + "attestable: true\n"))
                .hasMessageContaining("'attest' is the question");
    }

    @Test
    void what_is_no_yaml_or_uses_tricks() {
        refused(new RuleFolder(root).yaml("title: [")).hasMessageContaining("this is not YAML");
        refused(new RuleFolder(root).yaml("")).hasMessageContaining("the file is empty");
        refused(new RuleFolder(root).yaml("- a\n"))
                .hasMessageContaining("keys with values are expected here, not a list");
        refused(new RuleFolder(root).yaml("title: &a x\nunit: *a\n"))
                .hasMessageContaining(":2: aliases (*a) are not used here");
        refused(new RuleFolder(root).yaml("title: " + "[".repeat(60) + "]".repeat(60)))
                .hasMessageContaining("nested more than 50 deep");
    }

    @Test
    void parameters_have_types() {
        String parameter = RuleFolder.YAML + "parameters:\n  days: {type: integer, default: many, meaning: Days.}\n";
        refused(new RuleFolder(root).yaml(parameter))
                .hasMessageContaining("'default' must be a whole number, not 'many'");
        refused(new RuleFolder(root).yaml(parameter.replace("integer", "number")))
                .hasMessageContaining("must be one of integer, boolean, text, texts");
        refused(new RuleFolder(root).yaml(parameter.replace("days", "now"))).hasMessageContaining("snake case");
    }

    @Test
    void an_unfinished_rule_of_a_user() {
        refused(new RuleFolder(root).sql("")).hasMessageContaining("it needs rule.sql");
        refused(new RuleFolder(root).cases("")).hasMessageContaining("it needs cases.yaml");
    }

    @Test
    void rules_that_share_their_sql_share_what_it_reads() {
        RuleFolder sharing = new RuleFolder(root)
                .sql("")
                .write("rules/test/rule.sql", RuleFolder.SQL)
                .write("rules/test/reads.yaml", "missing: any\n");
        assertThat(sharing.catalog().rule("mine").missing()).isEqualTo(Missing.ANY);
        refused(sharing.yaml(RuleFolder.YAML + "missing: all\n"))
                .hasMessageContaining("'missing' stands in reads.yaml beside the SQL that this rule shares");
        refused(sharing.yaml(RuleFolder.YAML).write("rules/test/reads.yaml", "mising: any\n"))
                .hasMessageContaining("rules/test/reads.yaml:1: unknown key 'mising'");
        assertThat(sharing.sql(RuleFolder.SQL).catalog().rule("mine").missing()).isEqualTo(Missing.EACH);
    }

    @Test
    void frameworks() {
        String framework = """
                id: own
                title: Own
                sections: {"1": One}
                controls:
                  - {control: "1.1", rule: mine, section: "1", level: 1, scored: true}
                """;
        assertThat(new RuleFolder(root)
                        .write("frameworks/own.yaml", framework)
                        .catalog()
                        .framework("own")
                        .controls())
                .containsExactly(new Framework.Control("1.1", "mine", "1", 1, true));
        refused(new RuleFolder(root).write("frameworks/own.yaml", framework.replace("rule: mine", "rule: mime")))
                .hasMessageContaining(
                        "own.yaml:5: 'rule' names the rule 'mime', which does not exist. Did you mean 'mine'?");
        refused(new RuleFolder(root)
                        .write("frameworks/own.yaml", framework.replace("section: \"1\"", "section: \"2\"")))
                .hasMessageContaining("names the section '2'");
        refused(new RuleFolder(root).write("frameworks/own.yaml", framework.replace("id: own", "id: other")))
                .hasMessageContaining("the file is called own.yaml");
        refused(
                        new RuleFolder(root)
                                .write(
                                        "frameworks/own.yaml",
                                        framework
                                                + "  - {control: \"1.1\", rule: mine, section: \"1\", level: 1, scored: true}\n"))
                .hasMessageContaining("1.1 stands here twice");
        refused(new RuleFolder(root).write("frameworks/own.yaml", framework.replace("\"1.1\"", "1.10")))
                .hasMessageContaining("'control' must be text, not '1.10'; put it in quotes");
    }
}
