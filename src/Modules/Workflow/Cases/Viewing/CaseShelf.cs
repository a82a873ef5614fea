using System.Data.Common;
using System.Globalization;
using Qingdan.Platform.Search.Shelves;
using Qingdan.Records.Contracts.Shelves;

namespace Qingdan.Workflow.Cases.Viewing;

/// <summary>The cases in memory, what is due first at the front. Who sees which, the asker says by the ids of his own.</summary>
internal sealed class CaseShelf(TimeProvider clock) : ListShelf(clock, 3, "workflow_cases", "unit_id, state, provider_id, name, due_on")
{
    /// <summary>The columns of values.</summary>
    public const int Unit = 0, State = 1, Provider = 2;

    /// <summary>The sort key of a day: the earlier, the greater.</summary>
    public static long Key(DateOnly day) => -day.DayNumber;

    protected override void Put(Shelf shelf, long id, long revision, DbDataReader r)
    {
        var (unit, name) = (r.GetInt64(First), r.GetString(First + 3));
        var due = r.IsDBNull(First + 4) ? DateOnly.MaxValue : DateOnly.ParseExact(r.GetString(First + 4), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        shelf.Put(new ShelfRow(id, revision, name, unit, name), Key(due), Audience.Everybody, unit.ToString(CultureInfo.InvariantCulture), r.GetString(First + 1), r.GetInt64(First + 2).ToString(CultureInfo.InvariantCulture));
    }
}
