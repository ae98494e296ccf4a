"""The default sections."""

# In the order in which a paper prints them; ties go to the earlier.
SECTIONS = (
    "World",
    "National",
    "Politics",
    "Business",
    "Technology",
    "Science",
    "Health",
    "Environment",
    "Sport",
    "Culture",
    "Local",
    "Opinion",
)
