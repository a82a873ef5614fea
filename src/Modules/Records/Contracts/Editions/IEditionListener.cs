using Qingdan.Platform.Audit;
using Qingdan.Platform.Identity;

namespace Qingdan.Records.Contracts.Editions;

/// <summary>Told within the unit of work that notes that there is something new of an edition: its archive is written by then.</summary>
public interface IEditionListener
{
    /// <summary>A round of opinions has begun (<see cref="EditionNews.Round"/> above 0), or the edition was issued.</summary>
    Task Told(EditionNews news, Actor actor, CancellationToken cancel);
}

/// <summary>What is new of an edition.</summary>
/// <param name="About">The edition.</param>
/// <param name="Round">The round of opinions that has begun; 0 when the edition was issued.</param>
/// <param name="Number">版次, 0 before the issue.</param>
/// <param name="Document">文号, empty before the issue.</param>
/// <param name="DueOn">Until when opinions are asked for; null after the issue.</param>
/// <param name="UnitIds">The units whose entries it has.</param>
/// <param name="Href">Its page.</param>
public sealed record EditionNews(Subject About, int Round, int Number, string Document, DateOnly? DueOn, IReadOnlyCollection<long> UnitIds, string Href);
