"""Work after the acknowledgement: one that breaks stops no other, and nobody's queue grows without end."""

import threading

from handlers.chat.slack.worker import Once, Worker


def test_a_task_that_breaks_stops_no_other() -> None:
    worker, done = Worker(threads=1), threading.Event()
    worker.submit(lambda: 1 // 0)  # type: ignore[arg-type, return-value]
    worker.submit(done.set)
    assert done.wait(5)
    worker.stop()


def test_no_more_is_taken_than_can_be_answered_soon_and_room_comes_back() -> None:
    worker, go, last = Worker(threads=1, line=3), threading.Event(), threading.Event()
    assert [worker.submit(lambda: go.wait(5) and None) for _ in range(5)] == [True, True, True, False, False]
    go.set()
    for _ in range(100):
        if worker.submit(last.set):
            break
        threading.Event().wait(0.05)
    assert last.wait(5)
    worker.stop()


def test_stopping_finishes_what_was_begun_and_drops_what_waits() -> None:
    worker, begun, go, finished, dropped = Worker(threads=1), *(threading.Event() for _ in range(4))

    def slow() -> None:
        begun.set()
        go.wait(5)
        finished.set()

    worker.submit(slow)
    worker.submit(dropped.set)
    assert begun.wait(5)
    threading.Timer(0.1, go.set).start()
    worker.stop()
    assert finished.is_set()
    assert not dropped.is_set()


def test_what_came_before_is_known_again_and_the_oldest_is_forgotten_first() -> None:
    once = Once(most=2)
    assert [once.is_first(id_) for id_ in ("a", "a", "b", "a", "c", "b")] == [True, False, True, False, True, False]
    assert once.is_first("a")
    assert once.is_first("")
    assert once.is_first("")


def test_of_many_threads_with_the_same_id_one_is_first() -> None:
    once, firsts = Once(), []
    threads = [threading.Thread(target=lambda: firsts.append(once.is_first("x"))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert firsts.count(True) == 1
