using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Identity;

namespace Qingdan.Platform.Web;

/// <summary>A figure beside the person in the top bar: how much waits to be read.</summary>
/// <param name="Href">Where it is read.</param>
/// <param name="Icon">Name of a Bootstrap icon.</param>
/// <param name="Text">Chinese sentence with the figure as its placeholder.</param>
/// <param name="None">Chinese sentence where nothing waits.</param>
/// <param name="Count">The figure; nobody needs to know by how much it is above <see cref="Most"/>.</param>
public sealed record TopCount(string Href, string Icon, string Text, string None, int Count)
{
    /// <summary>The largest figure that is shown.</summary>
    public const int Most = 99;

    /// <summary>The figure as shown.</summary>
    public string Figure => Count > Most ? $"{Most}+" : $"{Count}";
}

/// <summary>Counts for the top bar; a module registers one.</summary>
public interface ITopCount
{
    /// <summary>The figure of this person by one cheap statement; null for whom it is not. Counting may end above <see cref="TopCount.Most"/>.</summary>
    Task<TopCount?> For(Actor actor, CancellationToken cancel);
}

/// <summary>What the top bar of this request shows. Counted when the page is made and not while it is drawn; a page about an error does without.</summary>
internal sealed class TopCounts(IEnumerable<ITopCount> sources)
{
    /// <summary>The figures.</summary>
    public IReadOnlyList<TopCount> Shown { get; private set; } = [];

    /// <summary>Counts where an endpoint answers a signed-in person with a page.</summary>
    public static async ValueTask<object?> Fill(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (answer is RazorComponentResult && Actor.From(http.User) is { } actor) await http.RequestServices.GetRequiredService<TopCounts>().Count(actor, http.RequestAborted);
        return answer;
    }

    private async Task Count(Actor actor, CancellationToken cancel)
    {
        var shown = new List<TopCount>();
        foreach (var source in sources)
            if (await source.For(actor, cancel) is { } count) shown.Add(count);
        Shown = shown;
    }
}
