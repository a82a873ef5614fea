CREATE TABLE standards_calendar_years (
  year INTEGER PRIMARY KEY,
  notices TEXT NOT NULL
);

CREATE TABLE standards_calendar_days (
  day TEXT PRIMARY KEY,
  works BOOLEAN NOT NULL,
  holiday TEXT NOT NULL,
  version INTEGER NOT NULL
);
