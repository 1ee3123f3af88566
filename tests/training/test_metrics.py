from training.metrics import MetricsLog, plot_metrics, read_metrics


def test_rows_come_back_in_order(tmp_path):
    log = MetricsLog(tmp_path / "m.jsonl")
    for step in (1, 2):
        log.write({"step": step, "loss": 1 / step})
    assert [row["step"] for row in read_metrics(tmp_path / "m.jsonl")] == [1, 2]


def test_a_resumed_run_forgets_rows_after_its_checkpoint(tmp_path):
    path = tmp_path / "m.jsonl"
    log = MetricsLog(path)
    for step in (10, 20, 30):
        log.write({"step": step})
    MetricsLog(path, from_step=20).write({"step": 25})
    assert [row["step"] for row in read_metrics(path)] == [10, 20, 25]


def test_a_line_that_a_kill_cut_short_is_left_out(tmp_path):
    path = tmp_path / "m.jsonl"
    path.write_text('{"step": 1}\n{"step": 2, "lo', encoding="utf-8")
    assert read_metrics(path) == [{"step": 1}]


def test_no_file_means_no_rows(tmp_path):
    assert read_metrics(tmp_path / "none.jsonl") == []


def test_the_plot_shows_loss_and_scores(tmp_path):
    path = tmp_path / "m.jsonl"
    log = MetricsLog(path)
    log.write({"step": 1, "loss": 2.0})
    log.write({"step": 2, "f_half": 0.3})
    plot_metrics(path, tmp_path / "m.png")
    assert (tmp_path / "m.png").read_bytes().startswith(b"\x89PNG")


def test_a_run_without_rows_still_gets_a_plot(tmp_path):
    plot_metrics(tmp_path / "none.jsonl", tmp_path / "m.png")
    assert (tmp_path / "m.png").stat().st_size > 0
