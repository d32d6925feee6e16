"""What stands in the agenda pack beside the deck: invented reports, with tables that look like scores and are none."""

from dataclasses import dataclass
from typing import TypeAlias

from drawing.contents import Rows

BOARD = "Leicestershire and Rutland Safer Communities Strategy Board"
MEETING = (("Date", "Friday, 30 June 2023"), ("Time", "10.00 am"), ("Place", "Committee Room, County Hall"))
BLANK = "This page is intentionally left blank"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in a report: `wide` is the place, from 0, of the column that takes the room that is left."""

    heading: str
    rows: Rows
    wide: int = 0


Part: TypeAlias = str | Grid
"""A paragraph, or a table under its heading; '# ' marks a heading, '\\f' a new page, `BLANK` a page of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item; `report` is empty where the agenda line is all there is."""

    title: str
    report: tuple[Part, ...] = ()
    is_deck: bool = False


_MINUTES: tuple[Part, ...] = (
    "Minutes of the meeting held at County Hall on Friday, 24 March 2023.",
    "# Present",
    "The chairman, and representatives of the bodies that are named in the record of attendance below.",
    "# 1. Minutes of the previous meeting",
    "The minutes of the meeting of 9 December 2022 were taken as read and confirmed.",
    "# 2. Declarations of interest",
    "No interests were declared.",
    "# 3. Community safety plan",
    "The board heard how the plan is being refreshed. Three of the five priorities stay as they are. Partners asked "
    "that the plan says in plain words who leads on what, and by when.",
    "RESOLVED: That the draft plan be noted and a final version come to the next meeting.",
    "# 4. Domestic abuse reduction",
    "An account was given of the first year of the new service. 4 of 5 people who used it said that they felt safer. "
    "Waiting times had grown from 2 to 3 weeks since the autumn.",
    "RESOLVED: That the account be noted.",
    "\f",
    "# 5. Prevent",
    "Members were told that the yearly benchmarking was under way and that its results would be shown in June. A "
    "question was put about training for staff who let rooms; an answer would follow in writing.",
    "RESOLVED: That the regional adviser be asked to the next meeting.",
    "# 6. Date of the next meeting",
    "Friday, 30 June 2023 at 10.00 am.",
    Grid(
        "Record of attendance 2022/23 (meetings attended, of 4)",
        (
            ("Body", "Places", "June", "Sept", "Dec", "March", "Attended"),
            ("County council", "2", "1", "1", "1", "1", "4"),
            ("District councils", "7", "1", "1", "0", "1", "3"),
            ("Police", "1", "1", "1", "1", "1", "4"),
            ("Fire and rescue", "1", "0", "1", "1", "1", "3"),
            ("Probation", "1", "1", "0", "1", "0", "2"),
            ("Health", "1", "1", "0", "1", "1", "3"),
            ("Youth justice", "1", "1", "1", "1", "1", "4"),
        ),
    ),
)

_PERFORMANCE: tuple[Part, ...] = (
    "# Purpose of the report",
    "1.\tTo show how the partnership did in the fourth quarter of 2022/23.",
    "# Overview",
    "2.\tTotal recorded crime rose a little over the year and lies below the average of similar areas. Residential "
    "burglary fell for the third year. Hate incidents are reported more often, which partners take as a sign of trust.",
    Grid(
        "Activity in 2022/23",
        (
            ("Activity (number in the quarter)", "Q1", "Q2", "Q3", "Q4", "Total"),
            ("Training sessions held", "3", "4", "2", "5", "14"),
            ("Channel Panel meetings", "3", "3", "3", "3", "12"),
            ("Venue hire checks", "1", "0", "2", "4", "7"),
            ("Engagement activities", "5", "2", "4", "3", "14"),
            ("Communications issued", "2", "2", "3", "1", "8"),
            ("Reviews begun", "0", "1", "0", "1", "2"),
        ),
    ),
    "3.\tThe figures count what was done. They say nothing about its quality.",
    "\f",
    "# Survey of residents",
    "4.\tIn the yearly survey people say how far they agree, from 1 (not at all) to 5 (fully).",
    Grid(
        "Mean answers, 1 to 5",
        (
            ("Statement", "2021", "2022", "2023"),
            ("I feel safe after dark", "3.4", "3.5", "3.4"),
            ("I know whom to turn to", "2.9", "3.0", "3.2"),
            ("My council listens", "2.7", "2.6", "2.8"),
            ("People here get on well", "4.0", "4.1", "4.1"),
        ),
    ),
    "# Recommendation",
    "5.\tThe board is asked to note the report.",
)

_RISKS: tuple[Part, ...] = (
    "# Purpose of the report",
    "1.\tTo put the partnership's risk register before the board.",
    "# Method",
    "2.\tLikelihood and impact are each put between 1 and 5. The risk score is one times the other: 1 to 5 is low, 6 "
    "to 12 is medium, 15 and over is high.",
    Grid(
        "Risk register, June 2023",
        (
            ("Ref", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Score", "Trend"),
            ("1", "Grants end and projects stop", "4", "4", "16", "up"),
            ("2", "Training of new staff is not completed", "3", "3", "9", "same"),
            ("3", "Data sharing agreements lapse", "2", "4", "8", "down"),
            ("4", "The referral pathway is not understood", "2", "5", "10", "same"),
            ("5", "Partners leave meetings unattended", "3", "2", "6", "same"),
            ("6", "Communications reach too few people", "3", "2", "6", "down"),
            ("7", "A protest grows beyond what was planned for", "2", "3", "6", "new"),
        ),
        wide=1,
    ),
    "\f",
    Grid(
        "Scale of impact",
        (
            ("Level", "Word", "What it means"),
            ("1", "Negligible", "Put right within the day"),
            ("2", "Minor", "Felt by one team"),
            ("3", "Moderate", "Felt by several partners"),
            ("4", "Major", "A service stands still"),
            ("5", "Critical", "Harm to life, or lasting damage"),
        ),
        wide=2,
    ),
    "3.\tNo risk has reached a level at which the board would have to act at once.",
    "# Recommendation",
    "4.\tThe board is asked to note the register and to say whether a risk is missing.",
)

_BUDGET: tuple[Part, ...] = (
    "# Purpose of the report",
    "1.\tTo report how the community safety fund was spent in 2022/23 and what is planned for 2023/24.",
    Grid(
        "Community safety fund (£000)",
        (
            ("Heading", "2021/22", "2022/23", "2023/24", "Change"),
            ("Coordination", "42", "44", "45", "+1"),
            ("Training", "5", "4", "5", "+1"),
            ("Communications", "3", "3", "2", "-1"),
            ("Engagement", "4", "5", "5", "0"),
            ("Small grants", "20", "20", "18", "-2"),
            ("Total", "74", "76", "75", "-1"),
        ),
    ),
    "2.\tThe fall in small grants follows from one scheme that came to its planned end.",
    "# Outlook",
    "3.\tThe fund is set for one year at a time. A longer horizon has been asked for.",
    Grid(
        "Grants by priority",
        (
            ("Priority", "Bids", "Agreed", "£000"),
            ("Safer streets", "5", "3", "7"),
            ("Young people", "4", "4", "6"),
            ("Rural crime", "3", "2", "3"),
            ("Cohesion", "2", "1", "2"),
        ),
    ),
    "# Recommendation",
    "4.\tThe board is asked to note the report.",
    BLANK,
)

_ACTIONS: tuple[Part, ...] = (
    "# Purpose of the report",
    "1.\tTo follow up the actions of the partnership plan.",
    Grid(
        "Action plan",
        (
            ("No.", "Area", "Action", "Due", "Open steps", "RAG"),
            ("1", "Risk Assessment", "Bring the local assessment up to date", "July", "2", "Amber"),
            ("2", "Referral Pathway", "Put the new form on all partner sites", "June", "0", "Green"),
            ("3", "Channel Panel", "Agree dates for the year", "May", "0", "Green"),
            ("4", "Training", "Ask every service what it needs", "Sept", "3", "Amber"),
            ("5", "Venue Hire and IT Policies", "Write a first draft of the policy", "Sept", "4", "Red"),
            ("6", "Engagement activity", "Plan two listening events", "Oct", "1", "Green"),
            ("7", "Communications", "Choose a lead in each district", "July", "2", "Amber"),
        ),
        wide=2,
    ),
    "2.\tRed means that the date will not be kept, amber that it is in doubt, green that it stands.",
    "# Decisions asked of partners",
    "3.\tEach partner is asked to name an owner for the actions that fall to it, and to say by the end of July whether "
    "the dates can be kept.",
    "# Recommendation",
    "4.\tThe board is asked to note the plan.",
    BLANK,
)

_COVER: tuple[Part, ...] = (
    "# Purpose of the report",
    "1.\tTo introduce a presentation on the yearly Prevent benchmarking.",
    "# Background",
    "2.\tCouncils are looked at once a year against 10 benchmarks, each scored from 1 to 5. The regional adviser will "
    "show the results of this year beside those of 2022, and will make 3 recommendations.",
    "# Recommendation",
    "3.\tThe board is asked to note the presentation and to support the recommendations.",
    "# Background papers",
    "None.",
)

ITEMS = (
    Item("Introductions and apologies"),
    Item("Declarations of interest"),
    Item("Minutes of the previous meeting", _MINUTES),
    Item("Performance update, quarter 4", _PERFORMANCE),
    Item("Risk register", _RISKS),
    Item("Community safety fund", _BUDGET),
    Item("Partnership plan: progress on actions", _ACTIONS),
    Item("Prevent Duty Benchmarking", _COVER, is_deck=True),
    Item("Other business"),
    Item("Date of the next meeting: 22 September 2023"),
)
