namespace Qingdan.Lists;

/// <summary>What a request of the API has made.</summary>
internal sealed record MadeAnswer(long Id);
