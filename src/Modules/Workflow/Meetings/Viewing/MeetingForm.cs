using Microsoft.AspNetCore.Http;
using Qingdan.Workflow.Disputes;

namespace Qingdan.Workflow.Meetings.Viewing;

/// <summary>What the form of the minutes says of each matter; the page and programs send the same fields.</summary>
internal static class MeetingForm
{
    /// <summary>What the names of the verdicts of a matter begin with.</summary>
    public static string Verdicts(int place) => $"matters[{place}].verdict-";

    /// <summary>The matters in their order, as far as the form names them.</summary>
    public static List<MatterInput> Said(IFormCollection form)
    {
        var said = new List<MatterInput>();
        for (var i = 1; form.ContainsKey($"matters[{i}].outcome"); i++)
            said.Add(new MatterInput(i, form[$"matters[{i}].outcome"].ToString(), form[$"matters[{i}].conclusion"].ToString(), form[$"matters[{i}].provider"].ToString(), SettledItems.From(form, Verdicts(i)) is { Count: > 0 } verdicts ? verdicts : null));
        return said;
    }
}
