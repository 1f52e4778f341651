"""What the proforma asks: its facts, and its sections as (heading, hint, columns, rows)."""

from __future__ import annotations

STAGES = ("Early years", "Key stage 1", "Key stage 2", "Key stage 3", "Key stage 4", "Post-16", "All")
FACTS = (
    ("School", "{{ school }}"),
    ("Address", "{{ address }}"),
    ("URN", "{{ urn }}"),
    ("Reference", "{{ reference }}"),
    ("Date and time", "{{ date }}"),
    ("Adviser", "{{ adviser }}"),
)
GRIDS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "2. Children in care on roll",
        "How many children, in numbers.",
        ("Stage", "Looked after by this council", "Looked after by other councils", "Previously looked after"),
        STAGES,
    ),
    (
        "3. Attendance",
        "This academic year to date.",
        ("Measure", "Children in care", "All pupils"),
        ("Attendance (%)", "Persistently absent", "On a part-time timetable", "Moved to or from the school this year"),
    ),
    (
        "4. Attainment and progress",
        "How many children in care are below, at or above what is expected for their age.",
        ("Subject", "Below", "At", "Above", "Making good progress"),
        ("Reading", "Writing", "Mathematics"),
    ),
    (
        "5. Personal education plans",
        "The quality of the plans as a whole.",
        ("Question", "Answer", "What would make it better"),
        (
            "Plans complete and in time this term (number)",
            "Plans rated good or better (number)",
            "Targets are precise and reviewed",
            "The pupil’s view is heard",
        ),
    ),
    (
        "6. Pupil premium plus",
        "What it is used for, and what difference it makes.",
        ("Used for", "Number of children", "What difference it makes"),
        ("", "", ""),
    ),
    (
        "7. Suspensions and exclusions",
        "This academic year to date.",
        ("Measure", "Children in care", "All pupils"),
        ("Suspensions (number)", "Days lost", "Permanent exclusions (number)"),
    ),
    (
        "8. Training",
        "Who has been trained, and when.",
        ("Training", "Who", "When", "Still needed"),
        ("Designated teacher", "All staff: attachment and trauma", "Governors"),
    ),
    (
        "9. Governance",
        "With the governor.",
        ("Question", "Answer"),
        (
            "Which governor is responsible for children in care?",
            "When did governors last receive the designated teacher’s yearly report?",
            "How do governors check that the school’s policies serve children in care?",
        ),
    ),
    (
        "10. Practice worth sharing",
        "What works well here, and could help other schools?",
        ("What the school does", "What difference it makes"),
        ("", ""),
    ),
    ("11. Actions", "What was agreed.", ("Action", "Who", "By when"), ("", "", "", "")),
    (
        "12. Agreed by",
        "Everybody who took part agrees the report of the visit.",
        ("Name", "Role", "Date"),
        ("", "", ""),
    ),
)
