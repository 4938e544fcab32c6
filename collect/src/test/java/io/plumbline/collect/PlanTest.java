package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Plan.TablePlan plan(Need... needs) {
        return Plan.of(List.of(needs), Set.of("child")).tables().get(needs[0].table());
    }

    private static Need need(String table, String focus, String... details) {
        return new Need(table, Set.of(details), Optional.ofNullable(focus), Map.of());
    }

    @Test
    void nobody_asks_for_a_detail_that_no_rule_reads() {
        assertThat(plan(Need.of("t")).details()).isEmpty();
        assertThat(plan(need("t", null, "policy"), need("t", null, "status")).details())
                .containsExactlyInAnyOrder("policy", "status");
    }

    @Test
    void one_who_needs_all_rows_outweighs_any_focus() {
        Plan.TablePlan united = plan(need("t", "select 1", "policy"), need("t", null, "policy"));
        assertThat(united.focus()).isEmpty();
        assertThat(united.detailFocus()).isEmpty();
    }

    @Test
    void focuses_add_up() {
        Plan.TablePlan united =
                plan(need("t", "select 1", "policy"), need("t", "select 2", "policy"), need("t", "select 1"));
        assertThat(united.focus()).containsExactly("select 1", "select 2");
        assertThat(united.detailFocus()).containsEntry("policy", List.of("select 1", "select 2"));
    }

    @Test
    void a_detail_keeps_its_focus_where_another_need_wants_all_rows_without_it() {
        Plan.TablePlan united =
                plan(Need.of("t"), new Need("t", Set.of("policy"), Optional.empty(), Map.of("policy", "select 1")));
        assertThat(united.focus()).isEmpty();
        assertThat(united.detailFocus()).containsEntry("policy", List.of("select 1"));
    }

    @Test
    void the_focus_of_children_names_parents_and_says_nothing_of_their_details() {
        Plan.TablePlan child = plan(need("child", "select parent", "policy"));
        assertThat(child.focus()).containsExactly("select parent");
        assertThat(child.detailFocus()).isEmpty();
    }

    @Test
    void the_order_of_needs_changes_nothing_but_order() {
        Need one = need("t", "select 1", "a");
        Need other = new Need("t", Set.of("b"), Optional.empty(), Map.of("b", "select 2"));
        assertThat(plan(one, other)).isEqualTo(plan(other, one));
    }
}
