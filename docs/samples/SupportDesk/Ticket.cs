namespace SupportDesk;

/// <summary>What a customer wrote to us.</summary>
public sealed record Ticket(string Customer, string Subject, string Body)
{
    public override string ToString() => $"From: {Customer}\nSubject: {Subject}\n\n{Body}";
}

/// <summary>What the ticket is about; it decides which team gets it.</summary>
public enum Topic
{
    Order,
    Return,
    Billing,
    Other,
}

/// <summary>How soon somebody must look at it.</summary>
public enum Priority
{
    Low,
    Normal,
    Urgent,
}

/// <summary>An order a customer wants to place.</summary>
public sealed record Order(string Product, int Quantity, string DeliverTo);

/// <summary>Goods a customer sends back.</summary>
public sealed record ReturnRequest(string OrderNumber, string Reason);
