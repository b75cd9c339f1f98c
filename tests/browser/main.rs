//! Browser journeys: the built app as a person meets it, in Chromium, Firefox and `WebKitGTK`.
//!
//! `cargo xtask test browser [filter]` builds the app, gets the browsers and runs every journey in
//! every engine, as `journey::engine`. A journey is a plain function over a [`browser::Browser`];
//! it reads as a list of what a person does and sees, and finds everything by role and name, as a
//! screen reader does. To write one, add a function under `journeys/` and its name to the list
//! below.
//!
//! Every journey starts with a fresh browser and its own server, and fails if the page logged an
//! error or reached for another origin. A failure leaves a screenshot and the page's HTML in
//! `target/browser-failures/`.
//!
//! | variable | meaning | without it |
//! |---|---|---|
//! | `PLUMBLINE_DIST` | the built app | `dist/` |
//! | `PLUMBLINE_ENGINES` | `chromium,firefox,webkit` or some of them | `chromium` |
//! | `PLUMBLINE_CHROMEDRIVER`, `PLUMBLINE_GECKODRIVER`, `PLUMBLINE_WEBKITDRIVER` | the drivers | looked for on `PATH` |
//! | `PLUMBLINE_MINIBROWSER` | `WebKitGTK`'s test browser | looked for under `/usr/lib` |
//! | `PLUMBLINE_NODE_MODULES` | where axe-core and Testing Library are installed | `tests/browser/node_modules` |
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![allow(dead_code, reason = "what a journey can say is more than today's journeys say")]

mod axe;
mod browser;
mod engine;
mod files;
mod firefox;
mod journey;
mod journeys;
mod library;
mod locator;
mod quiet;
mod server;
#[allow(unused_imports, reason = "its tests run with xtask")]
#[path = "../../xtask/src/table.rs"]
mod table;

use std::process::ExitCode;

use engine::Feature;
use journey::Journey;

/// A journey is called as its function is, with the file that it stands in: `rating::rate_reload_resume`.
macro_rules! journey {
    ($part:ident::$name:ident) => {
        Journey::new(concat!(stringify!($part), "::", stringify!($name)), journeys::$part::$name)
    };
}

const JOURNEYS: &[Journey] = &[
    journey!(harness::every_problem_is_noticed),
    journey!(harness::no_text_becomes_code),
    journey!(rating::rate_reload_resume),
    journey!(rating::a_rating_can_be_cleared),
    journey!(rating::a_choice_can_be_taken_back),
    journey!(rating::dont_know_is_looked_at_but_not_rated),
    journey!(rating::rate_all_items_on_one_page),
    journey!(rating::a_group_shows_its_items),
    journey!(rating::a_note_is_kept_when_the_tab_is_closed_at_once),
    journey!(files::save_wipe_open),
    journey!(files::the_list_saves_files_too),
    journey!(files::a_wrong_file_is_refused),
    journey!(files::a_newer_file_opens_read_only),
    journey!(files::opening_it_twice_asks),
    journey!(files::a_long_name_is_cut),
    journey!(merge::a_colleagues_file_joins),
    journey!(merge::what_both_began_with_decides),
    journey!(lock::a_locked_file_comes_back),
    journey!(lock::a_locked_file_says_what_is_wrong),
    journey!(scope::exclude_a_control),
    journey!(scope::what_was_written_stays_at_hand),
    journey!(scope::a_requirement_offers_no_exclusion),
    journey!(undo::a_rating),
    journey!(undo::an_exclusion),
    journey!(undo::a_note),
    journey!(undo::a_new_name),
    journey!(undo::in_a_text_field_it_is_the_browsers_own),
    journey!(shelf::two_side_by_side),
    journey!(shelf::rename),
    journey!(shelf::duplicate),
    journey!(shelf::delete_and_restore),
    journey!(shelf::the_page_of_a_deleted_one_restores_it),
    journey!(shelf::erase_for_good),
    journey!(shelf::a_name_is_asked_for),
    journey!(keyboard::from_the_start_to_a_saved_file),
    journey!(keyboard::dialogs_give_the_focus_back),
    journey!(keyboard::the_first_tab_skips_to_the_content),
    journey!(storage::refused).without(Feature::Storage),
    journey!(storage::full),
    journey!(storage::full_from_the_start),
    journey!(storage::what_is_not_kept_is_not_let_go),
    journey!(storage::what_was_not_kept_is_tried_again),
    journey!(storage::another_tab_deletes_it),
    journey!(tabs::one_writes_and_the_other_reads_along),
    journey!(tabs::loading_it_again_is_no_second_tab),
    // The others run no script of the driver as the page's own.
    journey!(tabs::a_silent_tab_is_taken_over).only_in(engine::Engine::Chromium),
    journey!(tabs::five_tabs_race),
    journey!(two_copies::what_was_cleared_comes_back),
    journey!(two_copies::what_is_damaged_is_mended_and_can_be_downloaded),
    journey!(two_copies::the_second_copy_takes_what_has_no_room),
    journey!(two_copies::one_copy_is_enough),
    journey!(two_copies::your_data_shows_both),
    journey!(two_copies::it_outlasts_a_killed_browser).with_a_profile(),
    journey!(storage::another_tab_has_written),
    journey!(storage::the_other_tabs_state_can_be_taken),
    journey!(damage::it_stands_in_the_list),
    journey!(damage::its_page_says_so),
    journey!(damage::the_list_cannot_be_read),
    journey!(frames::files_arrive),
    journey!(frames::what_may_not_arrive_is_told),
    journey!(frames::what_does_not_arrive_is_told),
    journey!(frames::storage_may_be_refused_in_it).without(Feature::Storage),
    journey!(report::it_holds_result_and_answers),
    journey!(reports::a_worker_makes_them),
    journey!(reports::the_choice_is_remembered),
    journey!(reports::making_one_can_be_cancelled),
    journey!(reports::a_worker_that_does_not_come_is_told),
    journey!(reports::an_edited_workbook_comes_back),
    journey!(reports::what_changed_here_too_is_not_ticked),
    journey!(reports::what_cannot_be_taken_over_is_told),
    journey!(reports::the_same_file_is_written_again),
    journey!(reports::it_is_branded),
    journey!(reports::what_fits_nothing_here_changes_nothing),
    journey!(reports::it_is_accessible),
    journey!(reports::it_is_accessible).in_the_dark(),
    journey!(result::it_says_what_the_quick_check_means),
    journey!(result::it_leads_to_the_full_analysis),
    journey!(result::it_gets_another_name_for_the_full_analysis),
    journey!(result::back_finds_the_very_link),
    journey!(result::majors_of_a_whole_are_named),
    journey!(result::it_is_short_on_a_phone),
    journey!(result::only_the_reasons_that_were_given),
    journey!(result::it_is_handed_over_on_one_page),
    journey!(result::nothing_answered_says_what_to_do),
    journey!(result::too_early_says_what_is_missing),
    journey!(result::all_that_is_asked_is_in_place),
    journey!(result::nothing_that_is_asked_is_in_place),
    journey!(result::nobody_could_tell),
    journey!(result::it_is_accessible),
    journey!(result::it_is_accessible).in_the_dark(),
    journey!(dashboard::the_view_is_named_and_can_be_changed),
    journey!(dashboard::the_map_shows_every_item),
    journey!(dashboard::the_map_can_be_skipped),
    journey!(dashboard::attributes_and_functions_say_how),
    journey!(dashboard::it_is_accessible),
    journey!(dashboard::it_is_accessible).in_the_dark(),
    journey!(numbers::the_arithmetic_is_that_of_the_number),
    journey!(numbers::the_average_names_what_it_averages),
    journey!(numbers::of_what_is_not_there),
    journey!(numbers::nothing_rated_has_no_number),
    journey!(guidance::check_points_suggest_a_rating),
    journey!(guidance::guidance_stands_below_the_question),
    journey!(find::words_in_any_order),
    journey!(find::words_of_the_guidance),
    journey!(find::what_was_found_is_worked_through),
    journey!(find::back_leads_to_where_one_was_reading),
    journey!(find::by_abbreviation_and_number),
    journey!(find::the_finding_of_a_whole_clause),
    journey!(find::of_a_part),
    journey!(find::all_items_once_they_are_asked),
    journey!(find::of_a_quick_check),
    journey!(work::evidence_and_its_fingerprint),
    journey!(work::who_does_it_by_when),
    journey!(work::on_a_small_screen),
    journey!(table::rated_by_keyboard),
    journey!(table::a_rating_chosen_again_is_cleared),
    journey!(table::many_are_changed_as_one_step),
    journey!(table::a_change_is_taken_back_from_the_bar),
    journey!(table::ticks_stay),
    journey!(table::digits_can_be_switched_off),
    journey!(table::a_range_is_ticked_at_once),
    journey!(table::only_what_was_found),
    journey!(statement::it_is_drafted_and_confirmed),
    journey!(statement::an_exclusion_needs_a_justification),
    journey!(statement::a_control_of_ones_own),
    journey!(statement::many_are_decided_as_one_step),
    journey!(statement::on_a_small_screen),
    journey!(statement::nothing_changes_that_is_read_only),
    journey!(documents::states_are_marked_and_what_lacks_is_found),
    journey!(documents::where_it_is_and_who_keeps_it),
    journey!(documents::an_excluded_control_needs_none),
    journey!(findings::they_are_told_by_grade),
    journey!(findings::the_assessor_grades_with_a_reason),
    journey!(findings::one_is_taken_into_the_plan),
    journey!(findings::a_quick_check_says_what_it_rests_on),
    journey!(guide::the_helper_gives_reasons),
    journey!(guide::it_stands_beside_the_assessment),
    journey!(guide::documents_say_what_they_must_contain),
    journey!(guide::audit_days_are_starting_values),
    journey!(palette::goes_to_an_item_by_its_number),
    journey!(palette::finds_items_by_their_whole_titles),
    journey!(palette::pages_are_found_by_other_words),
    journey!(palette::gives_the_focus_back),
    journey!(palette::does_things_too),
    journey!(palette::without_an_assessment),
    journey!(palette::the_list_of_keys_can_be_switched_off),
    journey!(remind::it_says_when_it_was_saved),
    journey!(remind::a_quarter_reminds_once),
    journey!(remind::it_waits_while_the_quick_check_asks),
    journey!(time::snapshots_are_taken_renamed_and_removed),
    journey!(time::two_states_are_compared),
    journey!(time::different_questions_are_told_apart),
    journey!(time::a_file_is_compared_and_not_kept),
    journey!(time::the_next_cycle_begins_from_this_one),
    journey!(risks::criteria_are_chosen_and_stay_sound),
    journey!(risks::a_blank_risk_is_not_left_behind),
    journey!(risks::scenarios_become_risks),
    journey!(risks::a_rating_lowers_a_risk),
    journey!(risks::retaining_wants_acceptance),
    journey!(risks::the_register_is_sorted_and_searched),
    journey!(risks::assets_are_known_to_risks),
    journey!(your_data::it_shows_and_hands_out_what_is_kept),
    journey!(your_data::it_shows_and_hands_out_what_is_kept).in_the_dark(),
    journey!(your_data::everything_is_erased),
    journey!(your_data::what_was_open_stays_erased),
    journey!(your_data::without_storage_it_says_so).without(Feature::Storage),
    journey!(workshop_show::two_windows_follow_each_other),
    journey!(workshop_show::the_projector_is_accessible),
    journey!(workshop_show::the_projector_is_accessible).in_the_dark(),
    journey!(addresses::back_and_forward),
    journey!(addresses::every_page_has_an_address),
    journey!(addresses::nowhere),
    journey!(readiness::blockers_lead_to_their_place),
    journey!(readiness::a_quick_check_is_not_judged),
    journey!(readiness::the_way_on_a_calendar),
    journey!(readiness::the_way_on_a_calendar).in_the_dark(),
    journey!(readiness::audit_days_follow_the_head_count),
    journey!(case::from_nothing_to_statement_and_plan),
    journey!(plan::actions_are_made_of_what_matters),
    journey!(plan::an_action_brings_what_its_item_lacks),
    journey!(plan::what_if_tells_of_risks_and_blockers),
    journey!(plan::an_action_is_done_and_reopened),
    journey!(plan::what_if_changes_nothing),
    journey!(plan::what_if_changes_nothing).in_the_dark(),
    journey!(plan::it_burns_up_and_goes_into_the_calendar),
    journey!(plan::the_table_is_filtered_and_sorted),
    journey!(plan::the_table_is_filtered_and_sorted).in_the_dark(),
    journey!(plan::an_action_is_written_and_removed),
    journey!(roadmap::it_says_what_to_do_now),
    journey!(roadmap::it_says_what_to_do_now).in_the_dark(),
    journey!(roadmap::a_quick_check_leads_on),
    journey!(quick::by_keyboard_alone),
    journey!(quick::keys_act_on_the_answers_only),
    journey!(quick::digits_can_be_switched_off),
    journey!(quick::skip_leave_and_resume),
    journey!(quick::about_leads_back_to_the_answers),
    journey!(quick::answers_are_reviewed_and_changed),
    journey!(quick::help_opens_in_place),
    journey!(quick::an_excluded_control_is_passed_over),
    journey!(about::facts_are_kept_as_they_are_typed),
    journey!(about::a_wrong_head_count_is_told_beside_the_field),
    journey!(about::a_head_count_is_read_or_asked_about),
    journey!(about::undo_takes_a_field_back),
    journey!(example::an_example_opens_filled_in),
    journey!(start::the_ways_to_begin_are_in_sight),
    journey!(start::nothing_is_fetched_afterwards),
    journey!(start::the_program_is_missing),
    journey!(start::the_questionnaire_is_missing),
    journey!(start::the_program_went_missing),
    journey!(start::the_long_texts_are_missing),
    journey!(start::the_second_part_is_missing),
    journey!(start::web_assembly_is_switched_off).without(Feature::Wasm),
    journey!(start::a_crash_hands_over_the_work),
    journey!(start::a_real_crash_hands_over_the_work),
    journey!(accessible::the_first_page),
    journey!(accessible::the_first_page).in_the_dark(),
    journey!(accessible::the_list_of_assessments),
    journey!(accessible::the_list_of_assessments).in_the_dark(),
    journey!(accessible::dialogs),
    journey!(accessible::dialogs).in_the_dark(),
    journey!(accessible::overview_and_groups),
    journey!(accessible::overview_and_groups).in_the_dark(),
    journey!(accessible::items),
    journey!(accessible::items).in_the_dark(),
    journey!(accessible::all_items),
    journey!(accessible::all_items).in_the_dark(),
    journey!(accessible::explanations),
    journey!(accessible::explanations).in_the_dark(),
    journey!(accessible::the_guide),
    journey!(accessible::the_guide).in_the_dark(),
    journey!(accessible::addresses_that_lead_nowhere),
    journey!(accessible::addresses_that_lead_nowhere).in_the_dark(),
    journey!(accessible::the_choice_of_colours),
];

fn main() -> ExitCode {
    journey::run(JOURNEYS)
}
