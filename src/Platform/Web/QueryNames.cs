namespace Qingdan.Platform.Web;

/// <summary>Names in an address that an endpoint reads by itself: metadata for the description of the API.</summary>
public sealed record QueryNames(params IReadOnlyList<string> Names);
