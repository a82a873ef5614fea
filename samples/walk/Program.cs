// The way of a demand to data and back, with the sample provider and consumer, as the offices of the demo city go it, by the API:
// a host is allowed, an API mounted, tried and put in service, a demand granted, a call answered; suspended, the next is refused with the entry that it follows from.
//   sample-walk [CITY [PROVIDER]]
using Qingdan.Samples.Walk;

try
{
    await new TheWay(new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080"), new Uri(args.ElementAtOrDefault(1) ?? "http://127.0.0.1:5081")).Go();
    return 0;
}
catch (Exception stopped) when (stopped is InvalidOperationException or HttpRequestException)
{
    Console.Error.WriteLine(stopped.Message);
    return 1;
}
