using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web.Components;

namespace Qingdan.Platform.Web;

/// <summary>Answers with a page. Parameters are an anonymous object whose names are the page's parameters.</summary>
public static class Pages
{
    /// <summary>The page.</summary>
    public static RazorComponentResult<TPage> Ok<TPage>(object parameters) where TPage : IComponent => new(parameters);

    /// <summary>The page without parameters.</summary>
    public static RazorComponentResult<TPage> Ok<TPage>() where TPage : IComponent => new();

    /// <summary>The form again, with what was typed and all its faults; the page takes them as parameter <c>Faults</c>.</summary>
    public static RazorComponentResult<TPage> Refused<TPage>(object parameters, IReadOnlyList<Fault> faults) where TPage : IComponent =>
        new(new RouteValueDictionary(parameters) { ["Faults"] = new FormFaults(faults) }) { StatusCode = FaultStatus.Of(faults) };

    /// <summary>Both versions of a form that two people saved, to choose from field by field.</summary>
    public static RazorComponentResult<ConflictPage> Conflict(object parameters) => new(parameters) { StatusCode = StatusCodes.Status409Conflict };

    /// <summary>A page that says why nothing is shown or done; for refusals without a form to go back to.</summary>
    public static RazorComponentResult<ProblemPage> Problem(IReadOnlyList<Fault> faults) =>
        new(new { Status = FaultStatus.Of(faults), Reasons = faults }) { StatusCode = FaultStatus.Of(faults) };
}
