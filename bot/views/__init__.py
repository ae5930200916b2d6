"""Message id + arguments + keyboard -> what somebody sees."""
