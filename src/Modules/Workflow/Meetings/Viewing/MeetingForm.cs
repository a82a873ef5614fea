using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Workflow.Disputes;

namespace Qingdan.Workflow.Meetings.Viewing;

/// <summary>What the form of the minutes says of each matter; the page and programs send the same fields.</summary>
internal static class MeetingForm
{
    private const string Matter = "matters[";

    /// <summary>What the names of the verdicts of a matter begin with.</summary>
    public static string Verdicts(int place) => $"matters[{place}].verdict-";

    /// <summary>The matters that the form names, by their place. A browser sends nothing of an outcome that is not chosen: what was said of the others holds.</summary>
    public static List<MatterInput> Said(IFormCollection form) => [.. form.Keys.Select(Place).OfType<int>().Distinct().Order().Select(i => new MatterInput(
        i, form[$"matters[{i}].outcome"].ToString(), form[$"matters[{i}].conclusion"].ToString(), form[$"matters[{i}].provider"].ToString(), SettledItems.From(form, Verdicts(i)) is { Count: > 0 } verdicts ? verdicts : null))];

    private static int? Place(string name) =>
        name.StartsWith(Matter, StringComparison.Ordinal) && name.IndexOf(']', StringComparison.Ordinal) is > 0 and var end && int.TryParse(name.AsSpan(Matter.Length, end - Matter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
