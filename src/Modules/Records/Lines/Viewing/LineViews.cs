using Qingdan.Platform.Web;

namespace Qingdan.Records.Lines.Viewing;

/// <summary>What of the lists is asked for: one list, at the end of a day (today when null), of a unit, with a word.</summary>
/// <param name="List">As <c>IEditionList.Name</c>.</param>
/// <param name="On">The day.</param>
/// <param name="Unit">A unit's id; 0 for all.</param>
/// <param name="Words">What the line must hold.</param>
public sealed record LineFilter(string List, DateOnly? On, long Unit, string Words);

/// <summary>A line of a list on a day.</summary>
/// <param name="Cells">As <c>IEditionList.Columns</c>.</param>
public sealed record LineOnDay(long EntryId, string Key, string Unit, string Name, DateTimeOffset FromAt, DateTimeOffset? ToAt, IReadOnlyList<string> Cells);

/// <summary>A list on a day.</summary>
/// <param name="Partly">There are more lines than words were looked for in.</param>
public sealed record LinesOnDay(LineFilter Filter, DateOnly Day, IReadOnlyList<(string Name, string Title)> Lists, IReadOnlyList<(string Key, string Title)> Columns, IReadOnlyList<Option> Units, IReadOnlyList<LineOnDay> Lines, int Page, long Total, bool Partly);

/// <summary>From when to when an entry said something, and what was new about it.</summary>
/// <param name="Said">新增, 变更, 重新列入.</param>
public sealed record LineVersion(DateTimeOffset FromAt, DateTimeOffset? ToAt, string Said, IReadOnlyList<LineField> Fields);

/// <summary>A field that said something else before.</summary>
public sealed record LineField(string Title, string Before, string After);

/// <summary>An entry through time, the newest first.</summary>
public sealed record LineHistoryView(string List, string ListTitle, string Key, string Name, string Unit, string Address, bool InForce, IReadOnlyList<LineVersion> Versions);
